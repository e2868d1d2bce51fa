import type { View } from "./scope.ts";

/** Backgrounds and layers of the map; none until a site configures them. */
export const layers: View<"layers"> = async () => ({ folders: [] });
