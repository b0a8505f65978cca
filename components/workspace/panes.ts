/** What a narrow screen shows one at a time. */
export type Pane = 'guide' | 'console' | 'stage' | 'side' | 'timeline';
