import {
  type HandshakeQuestion,
  type HandshakeView,
  handshakeView,
  type KeyCareView,
  keyCareView,
  lookAt,
  type PoliciesView,
  type PolicyDraft,
  type PolicyVocabularyView,
  policiesView,
  type Scene,
  type SuggestionsView,
  type SuggestQuestion,
  suggestionsView,
  type TryQuestion,
  type TryView,
  tryView,
  vocabularyView,
  type WhoCanDetailView,
  type WhoCanQuestion,
  type WhoCanView,
  whoCanDetail,
  whoCanView,
} from '../../views';
import type { Play } from './play';
import type { AccessApi, WhoCanCellQuestion } from './protocol';

/** Answers what the screen asks about access, at the moment looked at. Nothing it tries stays. */
export abstract class AccessHost implements AccessApi {
  protected abstract get opened(): Play;

  policies(at: number | 'now'): PoliciesView {
    return this.at(at, policiesView);
  }

  vocabulary(at: number | 'now'): PolicyVocabularyView {
    return this.at(at, ({ cloud }) => vocabularyView(cloud));
  }

  whoCan(question: WhoCanQuestion): WhoCanView {
    return this.at(question.at, ({ cloud }) => whoCanView(cloud, question));
  }

  whoCanDetail({ at, cell, drafts }: WhoCanCellQuestion): WhoCanDetailView {
    return this.at(at, ({ cloud }) => whoCanDetail(cloud, cell, drafts));
  }

  tryPolicy(question: TryQuestion): TryView {
    return this.at(question.at, (scene) => tryView(scene, question));
  }

  suggest(question: SuggestQuestion): SuggestionsView | undefined {
    return this.at(question.at, (scene) => suggestionsView(scene, question));
  }

  handshake(question: HandshakeQuestion): HandshakeView | undefined {
    return this.at(question.at, (scene) => handshakeView(scene, question));
  }

  keyCare(at: number | 'now', key: string, drafts?: readonly PolicyDraft[]): KeyCareView {
    return this.at(at, ({ cloud }) => keyCareView(cloud, key, drafts));
  }

  private at<T>(position: number | 'now', work: (scene: Scene) => T): T {
    const { session, lesson } = this.opened;
    return lookAt(session, lesson, position === 'now' ? session.moments.length : position, work);
  }
}
