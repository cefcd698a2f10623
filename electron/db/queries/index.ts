import {
  addCards,
  cardFate,
  changeCards,
  getCards,
  knowsFile,
  listCards,
  showCards,
  neededFiles,
  removeCards,
} from './cards.ts';
import {
  listPresets,
  listProfiles,
  removePreset,
  removeProfile,
  savePreset,
  saveProfile,
  deskOrder,
  setDeskOrder,
} from './desk.ts';
import { applyReports, followedMailings, unfollow } from './mailingNews.ts';
import {
  cancelMailing,
  deleteDocument,
  documentByNumber,
  getDocument,
  getMailing,
  openMailings,
  rescheduleMailing,
} from './mailings.ts';
import { leaveOutRejected, reopenMailing, replaceRejected } from './rejected.ts';
import { activeMailings, interruptSteps, pullBackSteps, readSaga } from './sagas.ts';
import { endSaga, setAside, takeUp } from './sagaEnds.ts';
import { claimStep, dropStep, noteValidation, planSteps, postponeStep, uploadAgain } from './sagaSteps.ts';
import { settleStep } from './settleStep.ts';
import { takeWatched, watchedSeen } from './watched.ts';
import { sendMailing } from './sendMailing.ts';
import { getAccount, listAccounts, removeAccount, saveAccount, waitsOtherwise } from './accounts.ts';
import { acceptOrders } from './acceptOrders.ts';
import {
  historyCounts,
  historyFacets,
  historyLines,
  historyPage,
  historyTotals,
  listViews,
  removeView,
  saveView,
} from './history.ts';
import { getOrder, pastOrders, recentLike, usedInvoices } from './orders.ts';
import {
  agenda,
  claimWishes,
  closeRefused,
  distrustUnsent,
  hurryWishes,
  interruptClaims,
  postponeWishes,
  pullBackPlans,
  settleWishes,
  unconfirmedWishes,
  undoWishes,
} from './outbox.ts';
import { groupOutbox, summariseOutbox } from './outboxLists.ts';
import { needsYou, overview } from './overview.ts';
import { eraseOld, eraseRecipient } from './erase.ts';
import { importProducts, learnSku, listProducts, removeProduct, saveProduct } from './products.ts';
import {
  doubleRecipients,
  importRecipients,
  recipientsFromHistory,
  removeRecipients,
} from './recipientList.ts';
import { findRecipients, getRecipient, mergeRecipients, saveRecipient } from './recipients.ts';
import {
  applyStatusChanges,
  markShown,
  noteNothingMoved,
  openOrders,
  pullBackChecks,
  statusCalls,
  takeCall,
  unshownNews,
} from './refresh.ts';
import {
  changeSettings,
  clearDraft,
  listMappings,
  getMeta,
  getSettings,
  draftBytes,
  loadDraft,
  rememberMapping,
  saveDraft,
  setMeta,
} from './small.ts';
import { lastWebhookEvent, noteWebhookEvent } from './webhookEvents.ts';

/** Every query the main process may ask of the database worker, by name. */
export const queries = {
  'accounts.list': listAccounts,
  'accounts.get': getAccount,
  'accounts.save': saveAccount,
  'accounts.remove': removeAccount,
  'accounts.waitsOtherwise': waitsOtherwise,
  'cards.list': listCards,
  'cards.shown': showCards,
  'cards.get': getCards,
  'cards.fate': cardFate,
  'cards.add': addCards,
  'cards.change': changeCards,
  'cards.remove': removeCards,
  'cards.neededFiles': neededFiles,
  'cards.knowsFile': knowsFile,
  'cards.watchedSeen': watchedSeen,
  'cards.takeWatched': takeWatched,
  'desk.order': deskOrder,
  'desk.setOrder': setDeskOrder,
  'desk.presets': listPresets,
  'desk.savePreset': savePreset,
  'desk.removePreset': removePreset,
  'desk.profiles': listProfiles,
  'desk.saveProfile': saveProfile,
  'desk.removeProfile': removeProfile,
  'webhook.note': noteWebhookEvent,
  'webhook.last': lastWebhookEvent,
  'mailings.send': sendMailing,
  'mailings.open': openMailings,
  'mailings.get': getMailing,
  'mailings.document': getDocument,
  'mailings.documentByNumber': documentByNumber,
  'mailings.cancel': cancelMailing,
  'mailings.reschedule': rescheduleMailing,
  'mailings.deleteDocument': deleteDocument,
  'mailings.replaceRejected': replaceRejected,
  'mailings.leaveOut': leaveOutRejected,
  'mailings.reopen': reopenMailing,
  'mailings.followed': followedMailings,
  'mailings.applyReports': applyReports,
  'mailings.unfollow': unfollow,
  'saga.active': activeMailings,
  'saga.read': readSaga,
  'saga.interrupt': interruptSteps,
  'saga.pullBack': pullBackSteps,
  'saga.claim': claimStep,
  'saga.settle': settleStep,
  'saga.validation': noteValidation,
  'saga.plan': planSteps,
  'saga.postpone': postponeStep,
  'saga.uploadAgain': uploadAgain,
  'saga.drop': dropStep,
  'saga.setAside': setAside,
  'saga.takeUp': takeUp,
  'saga.end': endSaga,
  'drafts.load': loadDraft,
  'drafts.bytes': draftBytes,
  'drafts.save': saveDraft,
  'drafts.clear': clearDraft,
  'history.page': historyPage,
  'history.lines': historyLines,
  'history.totals': historyTotals,
  'history.counts': historyCounts,
  'history.facets': historyFacets,
  'history.overview': overview,
  'history.needsYou': needsYou,
  'mappings.list': listMappings,
  'mappings.remember': rememberMapping,
  'meta.get': getMeta,
  'meta.set': setMeta,
  'news.unshown': unshownNews,
  'news.markShown': markShown,
  'news.nothingMoved': noteNothingMoved,
  'orders.accept': acceptOrders,
  'orders.get': getOrder,
  'orders.usedInvoices': usedInvoices,
  'orders.past': pastOrders,
  'orders.recentLike': recentLike,
  'outbox.agenda': agenda,
  'outbox.claim': claimWishes,
  'outbox.closeRefused': closeRefused,
  'outbox.distrustUnsent': distrustUnsent,
  'outbox.groups': groupOutbox,
  'outbox.hurry': hurryWishes,
  'outbox.interruptClaims': interruptClaims,
  'outbox.postpone': postponeWishes,
  'outbox.pullBackPlans': pullBackPlans,
  'outbox.settle': settleWishes,
  'outbox.summary': summariseOutbox,
  'outbox.unconfirmed': unconfirmedWishes,
  'outbox.undo': undoWishes,
  'products.list': listProducts,
  'products.save': saveProduct,
  'products.import': importProducts,
  'products.remove': removeProduct,
  'products.learnSku': learnSku,
  'recipients.find': findRecipients,
  'recipients.get': getRecipient,
  'recipients.doubles': doubleRecipients,
  'recipients.remove': removeRecipients,
  'recipients.import': importRecipients,
  'recipients.fromHistory': recipientsFromHistory,
  'recipients.save': saveRecipient,
  'recipients.merge': mergeRecipients,
  'recipients.erase': eraseRecipient,
  'recipients.eraseOld': eraseOld,
  'refresh.open': openOrders,
  'refresh.pullBackPlans': pullBackChecks,
  'refresh.apply': applyStatusChanges,
  'refresh.takeCall': takeCall,
  'refresh.calls': statusCalls,
  'settings.get': getSettings,
  'settings.change': changeSettings,
  'views.list': listViews,
  'views.save': saveView,
  'views.remove': removeView,
};

type Queries = typeof queries;
export type QueryName = keyof Queries;
/** What a query takes besides the connection; `undefined` when nothing. */
export type QueryArgs<N extends QueryName> =
  Parameters<Queries[N]> extends [unknown, infer A] ? A : undefined;
export type QueryValue<N extends QueryName> = ReturnType<Queries[N]>;
