export type { Answer, AsJson, Asked, ItemOf, ListName, Value } from "./asked.ts";
export { type Client, type ClientOptions, createClient, type FileOf, type Options } from "./client.ts";
export { PeilProblem } from "./problem.ts";
