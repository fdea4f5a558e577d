/** Which side is right while both shapes are stored. */
export type Authority = 'old' | 'new' | 'contracted';
