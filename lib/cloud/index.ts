export { Cloud, type CloudOptions, HOME_ACCOUNT, HOME_ACCESS_KEY, HOME_USER } from './cloud';
