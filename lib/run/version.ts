/** The product's version, as in package.json. Runs remember which one made them. */
export const PRODUCT_VERSION = '0.1.0';
