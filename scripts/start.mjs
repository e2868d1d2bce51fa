import { launch } from "./launch.mjs";
import { root } from "./project.mjs";

// `npm start`: the whole product on one port.

launch(["start", ...process.argv.slice(2)], root);
