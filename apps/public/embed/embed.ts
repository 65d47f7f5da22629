/**
 * `/embed.js`: <visavis-booking practice="…" supervisor="…" lang="fr"> shows the booking page in a frame that is
 * as high as the page in it. Without `supervisor`, whoever is free first.
 */
const home = new URL((document.currentScript as HTMLScriptElement).src).origin;

class VisavisBooking extends HTMLElement {
  private readonly frame = document.createElement('iframe');

  connectedCallback(): void {
    const language = this.lang.startsWith('en') ? 'en' : 'fr';
    const practice = encodeURIComponent(this.getAttribute('practice') ?? '');
    const supervisor = encodeURIComponent(this.getAttribute('supervisor') || 'first-available');
    this.style.display ||= 'block';
    Object.assign(this.frame.style, { width: '100%', height: '40rem', border: '0', colorScheme: 'normal' });
    this.frame.title = language === 'en' ? 'Book a discovery call' : 'Réserver un premier échange';
    this.frame.src = `${home}/${language}/c/${practice}/${supervisor}?embed=1`;
    this.append(this.frame);
    addEventListener('message', this.fit);
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.fit);
    this.frame.remove();
  }

  /** Listens to this very frame only, while it shows a page of ours. */
  private readonly fit = ({ origin, source, data }: MessageEvent): void => {
    if (origin !== home || source !== this.frame.contentWindow) return;
    const height: unknown = data?.type === 'visavis:height' ? data.height : null;
    if (typeof height === 'number' && height > 0 && height < 1e5) this.frame.style.height = `${height}px`;
  };
}

if (!customElements.get('visavis-booking')) customElements.define('visavis-booking', VisavisBooking);
