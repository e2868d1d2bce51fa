/** What a program asks: the figures that a page shows. */
export type Asked = {
  /** What is asked, in one line: for the comment on top. */
  readonly title: string;
  /** The whole address of the figures as a file with this extension: `csv`, `json`, `xlsx`. Made with `plainAddress`. */
  readonly file: (extension: string) => string;
};

/** A program that fetches figures, in one language. */
export type Snippet = {
  /** Name of the section in the address. */
  readonly name: string;
  /** What it is called, the same in every language of the site. */
  readonly label: string;
  /** The program. It ends without a line break. */
  write(asked: Asked): string;
};

/**
 * An address in which nothing stands that a language, a shell or a spreadsheet reads as a sign of its own: what is not plain is
 * percent-encoded, so that it can stand between double quotes anywhere.
 */
export function plainAddress(address: string): string {
  return address.toWellFormed().replace(/[^\w\-.~:/?&=,%@+[\]]/gu, (sign) => {
    const encoded = encodeURIComponent(sign);
    return encoded === sign ? `%${sign.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
  });
}

/** A text on one line, for a comment. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
