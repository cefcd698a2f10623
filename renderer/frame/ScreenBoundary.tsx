import { Component, type ErrorInfo, type ReactNode } from 'react';
import i18next from 'i18next';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/Notices.tsx';

/** A bug in one screen leaves the others standing, and says that nothing was lost. */
export class ScreenBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState
        title={i18next.t('frame.brokenTitle')}
        actions={
          <Button onPress={() => this.setState({ broken: false })}>{i18next.t('frame.brokenAgain')}</Button>
        }
      >
        {i18next.t('frame.brokenText')}
      </EmptyState>
    );
  }
}
