/** Settings of a map that its own editor shows; a data bank need not show them again. The moment is not among them. */
export const mapHandles: readonly string[] = ["method", "classes", "breaks", "around", "scheme", "reverse", "exact", "labels", "over"];
