/** The ES module of the package, which its types do not name. */
declare module "punycode/punycode.es6.js" {
  export { decode, encode, toASCII, toUnicode } from "punycode";
}
