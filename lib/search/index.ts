export { type Findable, type Found, openSearch, type Search, writeSearch } from './search';
