// All pages there are, as the demo serves them.

/**
 * Reads the list of all pages.
 *
 * @returns for each page its `name`, its `address`, and the `language` and `direction` of its words
 */
export async function listPages({ pages }) {
  const index = await (await fetch(`${pages}/`)).text();
  const links = index.matchAll(/<a href="([\w-]+)\/([\w-]+)\.html" lang="([\w-]+)" dir="(\w+)"/g);
  return [...links].map(([, folder, name, language, direction]) => ({
    name,
    language,
    direction,
    address: `${pages}/${folder}/${name}.html`,
  }));
}
