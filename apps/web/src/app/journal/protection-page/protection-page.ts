import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

/** How the journal is protected, for a worried coach and for a lawyer: what is promised, what is not, and how to tell. */
@Component({
  selector: 'visavis-protection-page',
  imports: [RouterLink],
  templateUrl: './protection-page.html',
  styleUrl: './protection-page.scss',
})
export class ProtectionPage {}
