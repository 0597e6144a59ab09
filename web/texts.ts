/** A namespace and not an object, so that a page loads the texts it uses and no others (the first load has a budget). */
export * as texts from './all-texts.ts';
