import { oneLine, type Snippet } from "./snippet.ts";

/** JavaScript of a browser or Node, as a module: JSON-stat as rows. */
export const javascript: Snippet = {
  name: "javascript",
  label: "JavaScript",
  write: ({ title, file }) => `// ${oneLine(title)}
const answer = await fetch("${file("json")}");
if (!answer.ok) throw new Error((await answer.json()).title);
const { id, size, dimension, value, status = {} } = await answer.json(); // JSON-stat 2.0

const rows = value.map((figure, cell) => {
  const row = {};
  let rest = cell;
  for (let axis = id.length - 1; axis >= 0; axis--) {
    const { index, label } = dimension[id[axis]].category;
    row[id[axis]] = label[index[rest % size[axis]]];
    rest = Math.floor(rest / size[axis]);
  }
  return { ...row, value: figure, status: status[cell] ?? "" };
});
console.log(rows);`,
};
