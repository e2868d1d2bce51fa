import "../style/main.css";
import { embedded } from "./embedded.ts";
import { follow } from "./follow.ts";
import { suggest } from "./suggest.ts";
import { tips } from "./tips.ts";
import { tools } from "./tools.ts";

// Everything works without this script; it makes choices quicker and drawings answer to the pointer.
document.documentElement.classList.add("scripted");
follow();
suggest();
tips();
tools();
embedded();
