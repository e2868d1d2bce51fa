import "../style/main.css";
import { embedded } from "./embedded.ts";
import { explore } from "./explore.ts";
import { follow } from "./follow.ts";
import { look } from "./look.ts";
import { suggest } from "./suggest.ts";
import { tips } from "./tips.ts";
import { tools } from "./tools.ts";
import { welcome } from "./welcome.ts";

// Everything works without this script; it makes choices quicker and drawings answer to the pointer.
document.documentElement.classList.add("scripted");
follow(explore());
look();
suggest();
tips();
tools();
welcome();
embedded();
