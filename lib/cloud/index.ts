export { Cloud, type CloudOptions, HOME_ACCESS_KEY, HOME_ACCOUNT, HOME_USER } from './cloud';
