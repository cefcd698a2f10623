/** TrepStar's refusals: what happened and what it means; `…ToDo`: what to do. {{message}} is the service's own text. */
export default {
  loginMissing: 'TrepStar found no login in the order. The order was not made or billed.',
  loginMissingToDo: 'Check the login email and the password under Accounts. The order then leaves by itself.',
  productsMissing: 'TrepStar found no product in the order. It was not made or billed.',
  productsMissingToDo: 'Choose a product, then send it again.',
  tooMany: 'TrepStar takes 250 at most in one order. The order was not made or billed.',
  tooManyToDo: 'Lower the quantities or split it into several orders, then send it again.',
  wrongLogin: 'TrepStar does not accept this login. Nothing was ordered.',
  wrongLoginToDo: 'Check the email and the password under Accounts. The order then leaves by itself.',
  foreignProduct: 'TrepStar has no such product in this account. The order was not made or billed.',
  foreignProductToDo: 'Choose one of your own products, then send it again.',
  malformed: 'TrepStar could not read the order. It was not made or billed.',
  malformedToDo: 'Check the order address under Accounts, then send it again. If it stays, report it to us.',
  productMissing: 'The product number was empty. The order was not made or billed.',
  productMissingToDo: 'Choose a product, then send it again.',
  nameMissing: 'The name was empty. The order was not made or billed.',
  nameMissingToDo: 'Enter the full name, then send it again.',
  duplicate: 'This invoice was used before. TrepStar did not make or bill a second order.',
  duplicateToDo:
    'If the customer is already in History or in the reports at TrepStar, leave it. If it is a new order, give it another invoice.',
  accountChanged:
    'It left before the account was changed, without an answer. The account as it is now does not know it.',
  accountChangedToDo:
    'See in the reports of the account as it was whether the order arrived. If it did not, send it again; if it did, put it away.',
  unlisted: 'TrepStar refused the order: “{{message}}” It was not made or billed.',
  unlistedToDo: 'Mend what it says, then send it again.',
};
