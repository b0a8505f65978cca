export { answerText, OUTPUT_FORMATS, type OutputFormat, outputFormat, pagesText } from './format';
