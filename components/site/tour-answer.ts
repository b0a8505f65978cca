/** The tour was taken, closed or declined: this device does not offer it again. The layout reads it before the first paint. */
export function answerTour(): void {
  document.documentElement.dataset.tour = 'answered';
  try {
    localStorage.setItem('kms-lab.tour', 'answered');
  } catch {
    // A browser that keeps nothing for this page offers it again.
  }
}
