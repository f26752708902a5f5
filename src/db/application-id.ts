/** "LRRY": what PRAGMA application_id says of a larry database. */
export const applicationId = 0x4c525259
