declare module "jsonstat-toolkit" {
  type Category = { readonly label: string; readonly unit: Readonly<Record<string, unknown>> | null };
  type Dimension = { readonly id: readonly string[]; Category(id: string): Category };
  type Dataset = {
    readonly class: string;
    readonly length: number;
    readonly n: number;
    readonly role: Readonly<Record<string, readonly string[] | null>>;
    Dimension(id: string): Dimension;
    Data(at: Readonly<Record<string, string>>): { readonly value: number | null; readonly status: string | null };
  };
  const open: (dataset: unknown) => Dataset;
  export = open;
}
