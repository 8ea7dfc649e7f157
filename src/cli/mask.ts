/** Bounded on both sides of the "@", so that it stays linear on hostile text. */
const ADDRESS = /[\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\p{N}.-]{1,253}/gu;

/** Replaces addresses in everything that is printed, each always by the same stand-in. */
export function masker(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) =>
    text.replace(ADDRESS, (address) => {
      const key = address.toLowerCase();
      const name = names.get(key) ?? `address-${String(names.size + 1)}@masked.invalid`;
      names.set(key, name);
      return name;
    });
}
