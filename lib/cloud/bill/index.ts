export { type Bill, billsOf, dollars, type KeyLine, type RequestLine } from './bill';
export { foldIntoLedger } from './ledger';
