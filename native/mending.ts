/** How something that is missing or broken is mended. */
interface Mending {
  remedy: string;
  command?: string;
}

/**
 * A checkout mends itself by its scripts, of which a package has none. Code of a package is the source with the types
 * taken out, so the name of a file tells.
 *
 * @param inCheckout what to do in a checkout; a package is installed again
 */
export const mending = (inCheckout: Mending, file = import.meta.filename): Mending =>
  file.endsWith('.ts') ? inCheckout : { remedy: 'Install Eevee again: a part of it is missing or broken.' };
