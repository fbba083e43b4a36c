/**
 * The version of the document's schema. Raise it by one with every change that an older client could not
 * hold: a new node, mark or attribute, or a stricter rule. The collaboration handshake carries it, and a
 * client with a lower one is told to reload, because it would delete what it does not know.
 */
export const schemaVersion = 4;
