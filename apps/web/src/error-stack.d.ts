/** Of every JavaScript engine in use, but in no standard: the kernel makes refusals without a stack. */
interface ErrorConstructor {
  stackTraceLimit: number;
}
