export { removeUserFolder as default } from './userFolder';
