/** Around what stands beside something more important: should it break, it is left out and reported, and the rest stays. */
import { Component, type ReactNode } from "react";

export class Beside extends Component<{ readonly children: ReactNode }, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override componentDidCatch(problem: unknown): void {
    reportError(problem);
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children;
  }
}
