// Makes the replica set, and for each service a user who may read and write its own database and nothing else. Runs in mongosh
// before the services start, and may run again: then it sets the passwords as they are to be now.
const fs = require('fs');

const PATIENCE_MILLIS = 60000;
const DATABASES = {
  'request-service': 'prakat_request',
  'approval-service': 'prakat_approval',
  'publishing-service': 'prakat_publishing',
  'expiry-service': 'prakat_expiry',
  'gateway-service': 'prakat_gateway',
};

function password(user) {
  return fs.readFileSync('/run/secrets/mongodb_' + user, 'utf8').trim();
}

const server = new Mongo('mongodb://root:' + password('root') + '@mongodb:27017/?authSource=admin&directConnection=true');
const admin = server.getDB('admin');

try {
  admin.runCommand({ replSetGetStatus: 1 });
} catch (e) {
  if (e.codeName !== 'NotYetInitialized') {
    throw e;
  }
  admin.runCommand({ replSetInitiate: { _id: 'rs0', members: [{ _id: 0, host: 'mongodb:27017' }] } });
}

const end = Date.now() + PATIENCE_MILLIS;
while (!admin.runCommand({ hello: 1 }).isWritablePrimary) {
  if (Date.now() > end) {
    throw new Error('the replica set has no primary');
  }
  sleep(200);
}

// To replay what happened while a backup was made (mongorestore --oplogReplay), more is needed than root has by itself.
if (admin.runCommand({ rolesInfo: 'replay' }).roles.length === 0) {
  const everything = { resource: { anyResource: true }, actions: ['anyAction'] };
  admin.runCommand({ createRole: 'replay', privileges: [everything], roles: [] });
}
admin.runCommand({ grantRolesToUser: 'root', roles: ['replay'] });

for (const user of Object.keys(DATABASES)) {
  const name = DATABASES[user];
  const database = server.getDB(name);
  const known = database.runCommand({ usersInfo: user }).users.length > 0;
  const command = known ? { updateUser: user } : { createUser: user };
  command.pwd = password(user);
  command.roles = [{ role: 'readWrite', db: name }];
  database.runCommand(command);
  print('user ' + user + ' of database ' + name);
}
