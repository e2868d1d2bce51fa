import "../style/main.css";
import { explore } from "./explore.ts";
import { follow } from "./follow.ts";
import { look } from "./look.ts";
import { suggest } from "./suggest.ts";
import { tips } from "./tips.ts";

// Everything works without this script; it makes choices quicker and drawings answer to the pointer.
document.documentElement.classList.add("scripted");
follow(explore());
look();
suggest();
tips();
