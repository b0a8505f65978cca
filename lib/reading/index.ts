export { fitted, inShort } from './fitted';
export { bad, type Problem, problemSentence, type Read } from './problem';
