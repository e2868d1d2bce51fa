#!/usr/bin/env node
import { launch } from "./launch.mjs";

// `npx peil …` and `npm run peil -- …`: relative paths count from where the user stands.

launch(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
