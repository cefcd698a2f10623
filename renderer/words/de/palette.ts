export default {
  placeholder: 'Eine Seite, ein Befehl, ein Name, eine Rechnung',
  screen: 'Gehe zu',
  command: 'Tun',
  backup: 'Jetzt sichern',
};
