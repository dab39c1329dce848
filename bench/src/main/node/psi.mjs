// Cardinality of two sets by @openmined/psi.js: node psi.mjs FOLDER-OF-THE-PACKAGE SIZE. Prints seconds, bytes and the number shared.
import { createRequire } from 'node:module';

const [folder, size] = [process.argv[2], Number(process.argv[3])];
const PSI = createRequire(import.meta.url)(`${folder}/psi_wasm_node.js`);
const psi = await PSI();
const buyers = (from, to) => Array.from({ length: to - from }, (_, i) => `e:buyer${from + i}@example.org`);
const asker = buyers(0, size);
const answerer = buyers(size / 2, size / 2 + size);
const begun = process.hrtime.bigint();
const server = psi.server.createWithNewKey(false);
const client = psi.client.createWithNewKey(false);
const setup = server.createSetupMessage(1e-9, size, answerer, psi.dataStructure.Raw).serializeBinary();
const request = client.createRequest(asker).serializeBinary();
const response = server.processRequest(psi.request.deserializeBinary(request)).serializeBinary();
const shared = client.getIntersectionSize(
  psi.serverSetup.deserializeBinary(setup), psi.response.deserializeBinary(response));
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
console.log(`${seconds} ${setup.length + request.length + response.length} ${shared}`);
