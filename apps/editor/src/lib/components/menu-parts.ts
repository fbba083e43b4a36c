import type { DropdownMenu } from 'bits-ui';
import { createContext } from 'svelte';

/** What an open menu's items are made of: they come with its layer, so that a page is opened without them. */
export const [menuParts, provideMenuParts] = createContext<typeof DropdownMenu>();
