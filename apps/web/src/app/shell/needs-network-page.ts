import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** In place of every page that asks the server, while it cannot be reached. */
@Component({
  selector: 'visavis-needs-network-page',
  imports: [RouterLink],
  template: `
    <div class="page">
      <h1 i18n>Cette page a besoin du réseau</h1>
      <p i18n>Elle s’ouvrira d’elle-même dès que le serveur répondra. Ce que vous avez écrit dans le journal est gardé, scellé, sur cet appareil.</p>
      <p><a routerLink="/journal" i18n>Ouvrir le journal de cet appareil</a></p>
    </div>
  `,
})
export class NeedsNetworkPage {}
