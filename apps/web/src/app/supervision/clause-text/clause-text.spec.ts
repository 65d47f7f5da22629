import { TestBed } from '@angular/core/testing';
import { ClauseText } from './clause-text';

function draw(markdown: string): HTMLElement {
  const fixture = TestBed.createComponent(ClauseText);
  fixture.componentRef.setInput('markdown', markdown);
  fixture.detectChanges();
  return fixture.nativeElement as HTMLElement;
}

describe('a clause on the screen', () => {
  it('reads with its bold words, lists and links, without a space lost or gained', () => {
    const drawn = draw('Un *grand* pas, **deux** [liens](https://exemple.fr).\n\n3. trois\n4. quatre');
    expect(drawn.querySelector('p')?.textContent).toBe('Un grand pas, deux liens.');
    expect(drawn.querySelector('a')?.getAttribute('href')).toBe('https://exemple.fr');
    expect(drawn.querySelector('ol')?.start).toBe(3);
    expect(drawn.querySelectorAll('li')).toHaveLength(2);
  });

  it('shows markup of any other kind as the text it is', () => {
    const drawn = draw('<img src=x onerror=alert(1)> {{name}} [x](javascript:alert(1))');
    expect(drawn.querySelector('img, a')).toBeNull();
    expect(drawn.textContent).toContain('<img src=x onerror=alert(1)> {{name}} [x](javascript:alert(1))');
  });
});
