// Generated from the contracts by tools/clients/generate.ts; not edited by hand.
export interface paths {
    "/heimdall/api/v1/authorize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell who a token belongs to and whether that user may act; a denial is 403 and a bad token 401, both with this body
         * @description Tell who a token belongs to and whether that user may act; a denial is 403 and a bad token 401, both with this body.
         */
        post: operations["heimdall_authorize"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/authorize/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer many questions of one token; single denials keep status 200
         * @description Answer many questions of one token; single denials keep status 200.
         */
        post: operations["heimdall_authorizeBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/decisions/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide reading of many tables at once: access, row filters and column masks
         * @description Decide reading of many tables at once: access, row filters and column masks.
         */
        post: operations["heimdall_decideData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/decisions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a decision came out as it did; only for its subject and for operators
         * @description Why a decision came out as it did; only for its subject and for operators.
         */
        get: operations["heimdall_getDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Issue a short-lived signed token, for oneself or (with an impersonate decision) for another user
         * @description Issue a short-lived signed token, for oneself or (with an impersonate decision) for another user.
         */
        post: operations["heimdall_issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Public keys of the tokens issued here
         * @description Public keys of the tokens issued here.
         */
        get: operations["heimdall_jwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All users
         * @description All users.
         */
        get: operations["heimdall_listUsers"];
        put?: never;
        /**
         * Create a user
         * @description Create a user.
         */
        post: operations["heimdall_createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user; everybody may see themselves
         * @description One user; everybody may see themselves.
         */
        get: operations["heimdall_getUser"];
        /**
         * Change name, email, properties or the whole list of tags of a user
         * @description Change name, email, properties or the whole list of tags of a user.
         */
        put: operations["heimdall_updateUser"];
        post?: never;
        /**
         * Delete a user and all keys
         * @description Delete a user and all keys.
         */
        delete: operations["heimdall_deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/users/{user}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give tags (roles) to a user
         * @description Give tags (roles) to a user.
         */
        post: operations["heimdall_addUserTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/users/{user}/tags/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a tag from a user; effective at the next request
         * @description Take a tag from a user; effective at the next request.
         */
        delete: operations["heimdall_removeUserTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/users/{user}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * API keys of a user, without their text
         * @description API keys of a user, without their text.
         */
        get: operations["heimdall_listTokens"];
        put?: never;
        /**
         * Create an API key; this answer alone holds its text
         * @description Create an API key; this answer alone holds its text.
         */
        post: operations["heimdall_createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/users/{user}/tokens/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API key at once
         * @description Revoke an API key at once.
         */
        delete: operations["heimdall_revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All policies
         * @description All policies.
         */
        get: operations["heimdall_listPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/policies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One policy
         * @description One policy.
         */
        get: operations["heimdall_getPolicy"];
        /**
         * Create or replace an access or data policy; in force at the next decision
         * @description Create or replace an access or data policy; in force at the next decision.
         */
        put: operations["heimdall_putPolicy"];
        post?: never;
        /**
         * Delete a policy
         * @description Delete a policy.
         */
        delete: operations["heimdall_deletePolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/dp/api/v1/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All data policies
         * @description All data policies.
         */
        get: operations["heimdall_listDataPolicies"];
        put?: never;
        /**
         * Create a data policy
         * @description Create a data policy.
         */
        post: operations["heimdall_createDataPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/dp/api/v1/policies/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One data policy
         * @description One data policy.
         */
        get: operations["heimdall_getDataPolicy"];
        /**
         * Create or replace a data policy
         * @description Create or replace a data policy.
         */
        put: operations["heimdall_putDataPolicy"];
        post?: never;
        /**
         * Delete a data policy
         * @description Delete a data policy.
         */
        delete: operations["heimdall_deleteDataPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/secrets/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Hand out a secret to whom a policy lets read it; otherwise it is not there
         * @description Hand out a secret to whom a policy lets read it; otherwise it is not there.
         */
        get: operations["heimdall_getSecret"];
        /**
         * Store a secret; the answer never holds values
         * @description Store a secret; the answer never holds values.
         */
        put: operations["heimdall_putSecret"];
        post?: never;
        /**
         * Delete a secret
         * @description Delete a secret.
         */
        delete: operations["heimdall_deleteSecret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/heimdall/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that could not be handled, oldest first
         * @description Each with the listener that failed and the reason. An event of a newer version than the service knows waits here for the upgrade.
         */
        get: operations["heimdall_listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/heimdall/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand parked events to their listeners again, oldest first
         * @description A letter that is handled is gone, in one transaction with what its listener does. After a failure the later ones of the same subject wait.
         */
        post: operations["heimdall_replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/heimdall/dead/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a parked event up for good
         * @description Give a parked event up for good.
         */
        delete: operations["heimdall_discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ds/api/v2/depots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All depots, by name
         * @description All depots, by name.
         */
        get: operations["depotService_listDepots"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ds/api/v2/depots/{depot}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One depot
         * @description One depot.
         */
        get: operations["depotService_getDepot"];
        /**
         * Declare a depot; the same declaration again changes nothing
         * @description Declare a depot; the same declaration again changes nothing.
         */
        put: operations["depotService_putDepot"];
        post?: never;
        /**
         * Archive a depot; its data stays where it is
         * @description Archive a depot; its data stays where it is.
         */
        delete: operations["depotService_deleteDepot"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ds/api/v2/depots/{depot}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the source now whether it answers
         * @description Ask the source now whether it answers.
         */
        post: operations["depotService_checkDepot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ds/api/v2/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where an address leads, without credentials
         * @description Where an address leads, without credentials.
         */
        get: operations["depotService_resolve"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ds/api/v2/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where an address leads, with the credentials of an acl (of the address, or `acl`; else `r`), if the caller may read that secret
         * @description Where an address leads, with the credentials of an acl (of the address, or `acl`; else `r`), if the caller may read that secret.
         */
        get: operations["depotService_resolveConnection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ds/api/v2/depots/{depot}/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Collections of the source
         * @description Collections of the source.
         */
        get: operations["depotService_listCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ds/api/v2/depots/{depot}/collections/{collection}/datasets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Datasets of a collection
         * @description Datasets of a collection.
         */
        get: operations["depotService_listDatasets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ds/api/v2/depots/{depot}/collections/{collection}/datasets/{dataset}/description": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Columns, comment and row estimate of a dataset
         * @description Columns, comment and row estimate of a dataset.
         */
        get: operations["depotService_describeDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/depot-service/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that could not be handled, oldest first
         * @description Each with the listener that failed and the reason. An event of a newer version than the service knows waits here for the upgrade.
         */
        get: operations["depotService_listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/depot-service/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand parked events to their listeners again, oldest first
         * @description A letter that is handled is gone, in one transaction with what its listener does. After a failure the later ones of the same subject wait.
         */
        post: operations["depotService_replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/depot-service/dead/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a parked event up for good
         * @description Give a parked event up for good.
         */
        delete: operations["depotService_discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metis/api/v1/scans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scans, newest first
         * @description List scans, newest first.
         */
        get: operations["metis_listScans"];
        put?: never;
        /**
         * Start a scan of a depot
         * @description Answers at once; the scan runs as a job that goes on after a crash. Follow it by its id.
         */
        post: operations["metis_scan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metis/api/v1/scans/{scan}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a scan
         * @description `wait` (seconds) holds the answer until the scan has ended or the time is over.
         */
        get: operations["metis_getScan"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metis/api/v1/assets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search the catalog
         * @description Search the catalog.
         */
        get: operations["metis_searchAssets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metis/api/v1/assets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an asset by its url-encoded id
         * @description Get an asset by its url-encoded id.
         */
        get: operations["metis_getAsset"];
        /**
         * Set description and owner of an asset
         * @description Set description and owner of an asset.
         */
        put: operations["metis_putAsset"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metis/api/v1/assets/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set tags of an asset and its columns
         * @description Set tags of an asset and its columns.
         */
        put: operations["metis_putAssetTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metis/api/v1/tables/describe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Describe many tables at once
         * @description Columns, types and tags by address, in the order asked; unknown addresses answer with found = false.
         */
        post: operations["metis_describeTables"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metis/api/v1/assets/{id}/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where an asset comes from and goes to
         * @description Where an asset comes from and goes to.
         */
        get: operations["metis_getLineage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/hera/api/v1/lineage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Receive an OpenLineage run event
         * @description Receive an OpenLineage run event.
         */
        post: operations["metis_recordLineage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metis/api/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List data products
         * @description List data products.
         */
        get: operations["metis_listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metis/api/v1/products/{product}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a data product
         * @description Get a data product.
         */
        get: operations["metis_getProduct"];
        /**
         * Create or replace a data product
         * @description Create or replace a data product.
         */
        put: operations["metis_putProduct"];
        post?: never;
        /**
         * Delete a data product; deleting what is not there is no fault
         * @description Delete a data product; deleting what is not there is no fault.
         */
        delete: operations["metis_deleteProduct"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/metis/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that could not be handled, oldest first
         * @description Each with the listener that failed and the reason. An event of a newer version than the service knows waits here for the upgrade.
         */
        get: operations["metis_listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/metis/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand parked events to their listeners again, oldest first
         * @description A letter that is handled is gone, in one transaction with what its listener does. After a failure the later ones of the same subject wait.
         */
        post: operations["metis_replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/metis/dead/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a parked event up for good
         * @description Give a parked event up for good.
         */
        delete: operations["metis_discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/odin/api/v1/entities/{id}/neighbours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is around a thing
         * @description The id is url-encoded: an address, `address#column`, a resource id, `users:id:<user>`, `tag:<tag>` or an IRI.
         */
        get: operations["odin_neighbours"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/odin/api/v1/impact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What feels a change of a dataset or column
         * @description What feels a change of a dataset or column.
         */
        get: operations["odin_impact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/odin/api/v1/path": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The shortest connection of two things
         * @description The shortest connection of two things.
         */
        get: operations["odin_path"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/odin/sparql": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask the graph by SPARQL 1.1 (SELECT, ASK)
         * @description The prefixes rdf, rdfs, owl, xsd, skos, dct, dcat, prov, csvw, foaf, dprod and dos are known without being declared.
         */
        get: operations["odin_sparql"];
        put?: never;
        /**
         * Ask the graph by SPARQL 1.1, the query in the body
         * @description Ask the graph by SPARQL 1.1, the query in the body.
         */
        post: operations["odin_postSparql"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/odin/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that could not be handled, oldest first
         * @description Each with the listener that failed and the reason. An event of a newer version than the service knows waits here for the upgrade.
         */
        get: operations["odin_listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/odin/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand parked events to their listeners again, oldest first
         * @description A letter that is handled is gone, in one transaction with what its listener does. After a failure the later ones of the same subject wait.
         */
        post: operations["odin_replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/odin/dead/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a parked event up for good
         * @description Give a parked event up for good.
         */
        delete: operations["odin_discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit one statement; a fault of the query answers 200 with `error`
         * @description The Trino client protocol. The body is the statement; session and client are told in X-Trino-* headers.
         */
        post: operations["minervaGateway_submit"];
        delete?: never;
        options?: never;
        /**
         * Health check of load balancers
         * @description Health check of load balancers.
         */
        head: operations["minervaGateway_probeStatement"];
        patch?: never;
        trace?: never;
    };
    "/v1/statement/queued/{id}/{slug}/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wait for the query to begin
         * @description Wait for the query to begin.
         */
        get: operations["minervaGateway_queuedPage"];
        put?: never;
        post?: never;
        /**
         * Cancel
         * @description Cancel.
         */
        delete: operations["minervaGateway_cancelQueued"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/statement/executing/{id}/{slug}/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The next page; the same token answers again
         * @description The next page; the same token answers again.
         */
        get: operations["minervaGateway_page"];
        put?: never;
        post?: never;
        /**
         * Cancel
         * @description Cancel.
         */
        delete: operations["minervaGateway_cancelPage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/query/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * State of a query of one's own
         * @description State of a query of one's own.
         */
        get: operations["minervaGateway_queryInfo"];
        put?: never;
        post?: never;
        /**
         * Cancel a query of one's own
         * @description Cancel a query of one's own.
         */
        delete: operations["minervaGateway_cancelQuery"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/info": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Version and readiness, as Trino's clients ask for it
         * @description Version and readiness, as Trino's clients ask for it.
         */
        get: operations["minervaGateway_info"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v1/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All clusters with the state of their engines
         * @description All clusters with the state of their engines.
         */
        get: operations["minervaGateway_listClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v1/clusters/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One cluster
         * @description One cluster.
         */
        get: operations["minervaGateway_getCluster"];
        /**
         * Declare a cluster; its engine is started
         * @description The same declaration again changes nothing. A changed one restarts the engine.
         */
        put: operations["minervaGateway_putCluster"];
        post?: never;
        /**
         * Remove a cluster and stop its engine
         * @description Remove a cluster and stop its engine.
         */
        delete: operations["minervaGateway_deleteCluster"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v1/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queries, newest first
         * @description One's own; everybody's for whom policy lets read `/gateway/api/v1/queries`.
         */
        get: operations["minervaGateway_listQueries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v1/queries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The audit record of a query
         * @description The audit record of a query.
         */
        get: operations["minervaGateway_getQuery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/minerva-gateway/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that could not be handled, oldest first
         * @description Each with the listener that failed and the reason. An event of a newer version than the service knows waits here for the upgrade.
         */
        get: operations["minervaGateway_listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/minerva-gateway/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand parked events to their listeners again, oldest first
         * @description A letter that is handled is gone, in one transaction with what its listener does. After a failure the later ones of the same subject wait.
         */
        post: operations["minervaGateway_replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/minerva-gateway/dead/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a parked event up for good
         * @description Give a parked event up for good.
         */
        delete: operations["minervaGateway_discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or update what the manifests declare
         * @description All documents are checked first: one fault and nothing is stored. What is stored is made true in the background; follow it by `status`.
         */
        post: operations["poros_apply"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/workspaces/{ws}/resources/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check manifests; nothing is stored
         * @description Check manifests; nothing is stored.
         */
        post: operations["poros_validate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/resources/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Resources of a type, in all workspaces
         * @description Resources of a type, in all workspaces.
         */
        get: operations["poros_listResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/resources/{type}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One resource of the instance
         * @description One resource of the instance.
         */
        get: operations["poros_getResource"];
        put?: never;
        post?: never;
        /**
         * Delete a resource; refused while others need it, unless `force`
         * @description Answers at once with the resource as it is being deleted; it is gone when it can no longer be got.
         */
        delete: operations["poros_deleteResource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Workspaces
         * @description Workspaces.
         */
        get: operations["poros_listWorkspaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/workspaces/{ws}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One workspace
         * @description One workspace.
         */
        get: operations["poros_getWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/workspaces/{ws}/resources/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Resources of a type in a workspace
         * @description Resources of a type in a workspace.
         */
        get: operations["poros_listWorkspaceResources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/workspaces/{ws}/resources/{type}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One resource of a workspace
         * @description One resource of a workspace.
         */
        get: operations["poros_getWorkspaceResource"];
        put?: never;
        post?: never;
        /**
         * Delete a resource of a workspace; refused while others need it, unless `force`
         * @description Delete a resource of a workspace; refused while others need it, unless `force`.
         */
        delete: operations["poros_deleteWorkspaceResource"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/workspaces/{ws}/resources/{type}/{name}/runtime": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What runs, and what ran
         * @description What runs, and what ran.
         */
        get: operations["poros_getRuntime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/poros/api/v1/workspaces/{ws}/resources/{type}/{name}/log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Log of a run: the newest, of all jobs, unless told otherwise
         * @description Log of a run: the newest, of all jobs, unless told otherwise.
         */
        get: operations["poros_getLog"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/poros/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that could not be handled, oldest first
         * @description Each with the listener that failed and the reason. An event of a newer version than the service knows waits here for the upgrade.
         */
        get: operations["poros_listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/poros/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand parked events to their listeners again, oldest first
         * @description A letter that is handled is gone, in one transaction with what its listener does. After a failure the later ones of the same subject wait.
         */
        post: operations["poros_replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/poros/dead/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a parked event up for good
         * @description Give a parked event up for good.
         */
        delete: operations["poros_discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/api/v1/pods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pods, latest started first
         * @description Those that run or wait; finished ones too with `history=true` or a finished `phase`.
         */
        get: operations["operations_listPods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/api/v1/pods/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One pod with its recent samples
         * @description One pod with its recent samples.
         */
        get: operations["operations_getPod"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/api/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Each service as it answers now
         * @description Each service as it answers now.
         */
        get: operations["operations_listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/operations/dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that could not be handled, oldest first
         * @description Each with the listener that failed and the reason. An event of a newer version than the service knows waits here for the upgrade.
         */
        get: operations["operations_listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/operations/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand parked events to their listeners again, oldest first
         * @description A letter that is handled is gone, in one transaction with what its listener does. After a failure the later ones of the same subject wait.
         */
        post: operations["operations_replayDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/operations/dead/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Give a parked event up for good
         * @description Give a parked event up for good.
         */
        delete: operations["operations_discardDeadLetter"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AuthorizeInput: {
            token?: string | null;
            context?: ({
                predicate: string;
                object?: ({
                    tags?: string[] | null;
                    paths?: string[] | null;
                } & {
                    [key: string]: unknown;
                }) | null;
                context?: ({
                    tags?: string[] | null;
                    paths?: string[] | null;
                } & {
                    [key: string]: unknown;
                }) | null;
                metadata?: {
                    [key: string]: unknown;
                } | null;
            } & {
                [key: string]: unknown;
            }) | null;
            contexts?: {
                [key: string]: {
                    predicate: string;
                    object?: ({
                        tags?: string[] | null;
                        paths?: string[] | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    context?: ({
                        tags?: string[] | null;
                        paths?: string[] | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                } & {
                    [key: string]: unknown;
                };
            } | null;
            pep_context?: unknown;
            pepContext?: unknown;
        } & {
            [key: string]: unknown;
        };
        AuthorizeBatchInput: {
            token: string;
            contexts: {
                [key: string]: {
                    predicate: string;
                    object?: ({
                        tags?: string[] | null;
                        paths?: string[] | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    context?: ({
                        tags?: string[] | null;
                        paths?: string[] | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    metadata?: {
                        [key: string]: unknown;
                    } | null;
                } & {
                    [key: string]: unknown;
                };
            };
        } & {
            [key: string]: unknown;
        };
        DataDecisionInput: {
            subject?: {
                token?: string;
                user?: string;
            };
            tables: components["schemas"]["TableInput"][];
        };
        TableInput: {
            address: string;
            tags?: string[];
            columns: {
                name: string;
                type?: string;
                tags?: string[];
            }[];
        };
        IssueInput: {
            user?: string;
            ttlSeconds?: number;
        };
        UserInput: {
            id: string;
            /** @enum {string} */
            type: "person" | "application";
            name: string;
            email?: string | null;
            tags?: string[] | null;
            properties?: components["schemas"]["UserProperty"][] | null;
        } & {
            [key: string]: unknown;
        };
        UserProperty: {
            key: string;
            value: string;
        };
        UserPatch: {
            name?: string;
            email?: string | null;
            tags?: string[] | null;
            properties?: components["schemas"]["UserProperty"][] | null;
        } & {
            [key: string]: unknown;
        };
        TokenInput: {
            name?: string | null;
            description?: string | null;
            duration?: number | null;
        } & {
            [key: string]: unknown;
        };
        PolicyInput: {
            /**
             * @default user
             * @enum {string}
             */
            layer: "user" | "system";
            description?: string;
            owner?: string;
            tags?: string[];
            policy: {
                access?: components["schemas"]["AccessRule"];
                data?: components["schemas"]["DataRule"];
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        AccessRule: {
            name?: string;
            description?: string;
            /** @constant */
            collection?: "default";
            subjects: {
                tags: (string | string[])[];
            } & {
                [key: string]: unknown;
            };
            predicates: string[];
            objects: {
                paths?: string[];
                tags?: (string | string[])[];
            } & {
                [key: string]: unknown;
            };
            /** @default false */
            allow: boolean;
        } & {
            [key: string]: unknown;
        };
        DataRule: {
            /** @enum {string} */
            type: "mask" | "filter";
            name?: string | null;
            description?: string | null;
            priority?: number | null;
            depot?: string | null;
            collection?: string | null;
            dataset?: string | null;
            dataset_id?: string | null;
            selector: {
                user: {
                    /** @enum {string} */
                    match: "any" | "all";
                    tags: string[];
                } & {
                    [key: string]: unknown;
                };
                column?: ({
                    tags?: string[] | null;
                    names?: string[] | null;
                } & {
                    [key: string]: unknown;
                }) | null;
            } & {
                [key: string]: unknown;
            };
            mask?: ({
                /** @enum {string} */
                operator: "redact" | "hash" | "rand_pattern" | "rand_regexify" | "regex_replace" | "bucket_number" | "bucket_date" | "pass_through";
                hash?: ({
                    algo: string;
                } & {
                    [key: string]: unknown;
                }) | null;
                redact?: ({
                    replacement?: (string | null) | number | boolean;
                } & {
                    [key: string]: unknown;
                }) | null;
                regex_replace?: ({
                    pattern: string;
                    replacement: string;
                } & {
                    [key: string]: unknown;
                }) | null;
                rand_pattern?: ({
                    pattern: string;
                } & {
                    [key: string]: unknown;
                }) | null;
                rand_regexify?: ({
                    pattern: string;
                } & {
                    [key: string]: unknown;
                }) | null;
                bucket_number?: ({
                    buckets: number[];
                } & {
                    [key: string]: unknown;
                }) | null;
                bucket_date?: ({
                    /** @enum {string} */
                    precision: "hour" | "day" | "week" | "month" | "quarter" | "year";
                } & {
                    [key: string]: unknown;
                }) | null;
                pass_through?: {
                    [key: string]: unknown;
                } | null;
                supported_data_types?: string[] | null;
            } & {
                [key: string]: unknown;
            }) | null;
            filters?: ({
                column: string;
                /**
                 * @default equals
                 * @enum {string}
                 */
                operator: "equals" | "not_equals" | "less_than" | "less_than_or_equals_to" | "greater_than" | "greater_than_or_equals_to" | "like" | "not_like";
                value?: (string | null) | number | boolean;
                valueFrom?: ({
                    user_attribute?: string | null;
                    userAttribute?: string | null;
                } & {
                    [key: string]: unknown;
                }) | null;
                value_from?: ({
                    user_attribute?: string | null;
                    userAttribute?: string | null;
                } & {
                    [key: string]: unknown;
                }) | null;
                value_from_attribute?: string | null;
                supported_data_types?: string[] | null;
            } & {
                [key: string]: unknown;
            })[] | null;
            isArchived?: boolean | null;
        } & {
            [key: string]: unknown;
        };
        SecretInput: {
            /**
             * @default key-value
             * @enum {string}
             */
            kind: "key-value" | "key-value-properties" | "certificate" | "certificates" | "cloud-kernel" | "cloud-kernel-image-pull";
            /**
             * @default r
             * @enum {string}
             */
            acl: "r" | "rw";
            description?: string;
            owner?: string;
            data?: {
                [key: string]: string;
            };
            files?: {
                [key: string]: string;
            };
        } & {
            [key: string]: unknown;
        };
        AuthorizeResult: {
            allow: boolean;
            valid: boolean;
            result?: {
                id: string;
                tags?: string[];
                name?: string;
                type?: string;
            } & {
                [key: string]: unknown;
            };
            error?: {
                /** Format: int64 */
                status: number;
                message: string;
            } & {
                [key: string]: unknown;
            };
            decision?: string;
            policies?: components["schemas"]["SpokenPolicy"][];
            reason?: string;
            ask?: string[];
        } & {
            [key: string]: unknown;
        };
        SpokenPolicy: {
            name: string;
            /** @enum {string} */
            effect: "allow" | "deny";
            owner?: string;
        };
        AuthorizeBatchResult: {
            id?: string;
            tags?: string[];
            results?: {
                [key: string]: components["schemas"]["AuthorizeResult"];
            };
        } & {
            [key: string]: unknown;
        };
        Problem: {
            type: string;
            title: string;
            /** Format: int64 */
            status: number;
            detail?: string;
            instance?: string;
            code: string;
            traceId?: string;
        } & {
            [key: string]: unknown;
        };
        DataDecision: {
            decision: string;
            subject: string;
            allow: boolean;
            revision: string;
            tables: components["schemas"]["TableDecision"][];
        };
        TableDecision: {
            address: string;
            allow: boolean;
            policies: components["schemas"]["SpokenPolicy"][];
            dataPolicies: string[];
            reason?: string;
            ask?: string[];
            filters: components["schemas"]["DecidedFilter"][];
            masks: components["schemas"]["DecidedMask"][];
        };
        DecidedFilter: {
            column: string;
            /** @enum {string} */
            operator: "equals" | "not_equals" | "less_than" | "less_than_or_equals_to" | "greater_than" | "greater_than_or_equals_to" | "like" | "not_like" | "never";
            value?: string | number | boolean;
            policy: string;
        };
        DecidedMask: {
            column: string;
            /** @enum {string} */
            operator: "redact" | "hash" | "rand_pattern" | "rand_regexify" | "regex_replace" | "bucket_number" | "bucket_date" | "pass_through";
            config: {
                [key: string]: unknown;
            };
            policy: string;
        };
        DecisionView: {
            id: string;
            time: string;
            /** @enum {string} */
            kind: "access" | "data" | "secret";
            subject: string;
            allow: boolean;
            predicate: string;
            objects: string[];
            policies: components["schemas"]["SpokenPolicy"][];
            explanation: string;
            ask: string[];
            tables?: components["schemas"]["TableDecision"][];
        };
        IssuedToken: {
            token: string;
            expiresAt: string;
        };
        UserView: {
            id: string;
            name: string;
            /** @enum {string} */
            type: "person" | "application";
            email: string;
            cid: string;
            properties: components["schemas"]["UserProperty"][];
            federated_user_id: string | null;
            federated_connector_id: string | null;
            tags: string[];
            _links: components["schemas"]["Links"];
        } & {
            [key: string]: unknown;
        };
        Links: {
            self: string | null;
            tags: string | null;
            tokens: string | null;
            avatars: string | null;
            download_avatars: string | null;
            grants: string | null;
            policies: string | null;
            changes: string | null;
            user: string | null;
        } & {
            [key: string]: unknown;
        };
        TokenView: {
            name: string;
            type: string;
            expiration: string;
            description: string;
            data: {
                [key: string]: string;
            };
            user_id: string;
            _links: components["schemas"]["Links"];
        } & {
            [key: string]: unknown;
        };
        PolicyView: {
            name: string;
            /** @enum {string} */
            kind: "access" | "data";
            /** @enum {string} */
            layer: "user" | "system";
            description: string;
            owner: string;
            tags: string[];
            policy: {
                access?: unknown;
                data?: unknown;
            } & {
                [key: string]: unknown;
            };
            /** Format: int64 */
            revision: number;
            updatedAt: string;
            updatedBy: string;
            warnings: string[];
        } & {
            [key: string]: unknown;
        };
        DataPolicyView: {
            name: string;
            description: string;
            owner: string;
            collection: string;
            /** Format: int64 */
            priority: number;
            /** @enum {string} */
            type: "mask" | "filter";
            dataset_id: string;
            selector: unknown;
            mask: unknown;
            filters: unknown;
        } & {
            [key: string]: unknown;
        };
        SecretInfo: {
            id: string;
            /** @enum {string} */
            kind: "key-value" | "key-value-properties" | "certificate" | "certificates" | "cloud-kernel" | "cloud-kernel-image-pull";
            /** @enum {string} */
            acl: "r" | "rw";
            description: string;
            owner: string;
            keys: string[];
            updatedAt: string;
        } & {
            [key: string]: unknown;
        };
        SecretView: {
            id: string;
            data: {
                key: string;
                base64Value: string;
            }[];
            _links: components["schemas"]["Links"];
        } & {
            [key: string]: unknown;
        };
        DeadLetter: {
            /** @description Number of the letter, in the order of parking */
            id: string;
            /** @description The listener that could not handle it */
            handler: string;
            /** @description Type of the event; empty where it is no event at all */
            type: string;
            /** @description What the event is about */
            subject: string;
            /**
             * Format: int64
             * @description Version of the event's data
             */
            dataversion: number;
            /** @description Why it was parked */
            reason: string;
            /**
             * Format: date-time
             * @description When it was parked
             */
            parkedAt: string;
            /** @description The event as it came */
            event: unknown;
        };
        ReplayResult: {
            /**
             * Format: int64
             * @description Letters that were handled now and are gone
             */
            replayed: number;
            /** @description Letters that failed again and stay */
            failed: {
                id: string;
                reason: string;
            }[];
            /**
             * Format: int64
             * @description Letters still parked
             */
            left: number;
        };
        DepotBody: {
            type: string;
            /** @default false */
            external: boolean;
            /** @default [] */
            owners: string[];
            /** @default  */
            description: string;
            /** @default {} */
            meta: {
                [key: string]: unknown;
            };
            source?: string;
            /** @default [] */
            secrets: ({
                name: string;
                allkeys?: boolean;
                keys?: string[];
            } & {
                [key: string]: unknown;
            })[];
        } & {
            [key: string]: unknown;
        };
        /** @enum {string} */
        Acl: "r" | "rw";
        DepotResponse: {
            /** @enum {string} */
            type: "ABFSS" | "WASBS" | "S3" | "GCS" | "FILE" | "BIGQUERY" | "SNOWFLAKE" | "REDSHIFT" | "JDBC" | "POSTGRESQL" | "MYSQL" | "MSSQL" | "ORACLE" | "MONGODB" | "ELASTICSEARCH" | "OPENSEARCH" | "KAFKA" | "PULSAR" | "EVENTHUB" | "PRESTO" | "REDIS" | "HTTP";
            /** @default false */
            external: boolean;
            /** @default [] */
            owners: string[];
            /** @default  */
            description: string;
            /** @default {} */
            meta: {
                [key: string]: unknown;
            };
            source?: string;
            /** @default [] */
            secrets: ({
                name: string;
                allkeys?: boolean;
                keys?: string[];
            } & {
                [key: string]: unknown;
            })[];
            name: string;
            isArchived: boolean;
            archivalMessage: string | null;
            /** Format: int64 */
            generation: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
            lastCheck?: components["schemas"]["SourceCheck"];
        } & {
            [key: string]: unknown;
        };
        SourceCheck: {
            ok: boolean;
            message?: string;
            /** Format: date-time */
            at: string;
        };
        AddressInfo: {
            address: string;
            depot: string;
            /** @enum {string} */
            type: "ABFSS" | "WASBS" | "S3" | "GCS" | "FILE" | "BIGQUERY" | "SNOWFLAKE" | "REDSHIFT" | "JDBC" | "POSTGRESQL" | "MYSQL" | "MSSQL" | "ORACLE" | "MONGODB" | "ELASTICSEARCH" | "OPENSEARCH" | "KAFKA" | "PULSAR" | "EVENTHUB" | "PRESTO" | "REDIS" | "HTTP";
            collection: string | null;
            dataset: string | null;
            format: string | null;
            external: boolean;
            isArchived: boolean;
            source: string;
            connection: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        ConnectionInfo: {
            address: string;
            depot: string;
            /** @enum {string} */
            type: "ABFSS" | "WASBS" | "S3" | "GCS" | "FILE" | "BIGQUERY" | "SNOWFLAKE" | "REDSHIFT" | "JDBC" | "POSTGRESQL" | "MYSQL" | "MSSQL" | "ORACLE" | "MONGODB" | "ELASTICSEARCH" | "OPENSEARCH" | "KAFKA" | "PULSAR" | "EVENTHUB" | "PRESTO" | "REDIS" | "HTTP";
            collection: string | null;
            dataset: string | null;
            format: string | null;
            external: boolean;
            isArchived: boolean;
            source: string;
            connection: {
                [key: string]: unknown;
            };
            acl: components["schemas"]["Acl"];
            credentials: {
                [key: string]: string;
            };
        } & {
            [key: string]: unknown;
        };
        DatasetDescription: {
            address: string;
            depot: string;
            collection: string;
            dataset: string;
            /** @enum {string} */
            kind: "table" | "view" | "file";
            /** @enum {string} */
            format?: "parquet" | "csv";
            files?: string[];
            description?: string;
            columns: components["schemas"]["DatasetColumn"][];
            rowEstimate?: string;
        };
        DatasetColumn: {
            name: string;
            type: string;
            nativeType: string;
            nullable: boolean;
            description?: string;
            /** Format: int64 */
            ordinal: number;
            /** @default false */
            primaryKey: boolean;
        };
        ScanRequest: {
            depot: string;
            schemaFilter?: components["schemas"]["ScanFilter"];
            tableFilter?: components["schemas"]["ScanFilter"];
            /** @default true */
            markVanished: boolean;
        };
        ScanFilter: {
            /** @default [] */
            includes: string[];
            /** @default [] */
            excludes: string[];
        };
        AssetEdit: {
            description?: string | null;
            owner?: string | null;
        };
        AssetTagsEdit: {
            tags?: components["schemas"]["AssetTag"][];
            columns?: {
                [key: string]: components["schemas"]["AssetTag"][];
            };
        };
        AssetTag: string;
        OpenLineageRunEvent: {
            eventType?: string | null;
            eventTime: string;
            run: {
                runId: string;
            } & {
                [key: string]: unknown;
            };
            job?: {
                namespace: string;
                name: string;
            } & {
                [key: string]: unknown;
            };
            action?: {
                namespace: string;
                name: string;
            } & {
                [key: string]: unknown;
            };
            inputs?: ({
                namespace: string;
                name: string;
                facets?: ({
                    columnLineage?: {
                        fields: {
                            [key: string]: {
                                inputFields: ({
                                    namespace: string;
                                    name: string;
                                    field: string;
                                } & {
                                    [key: string]: unknown;
                                })[];
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    } & {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                }) | null;
            } & {
                [key: string]: unknown;
            })[] | null;
            outputs?: ({
                namespace: string;
                name: string;
                facets?: ({
                    columnLineage?: {
                        fields: {
                            [key: string]: {
                                inputFields: ({
                                    namespace: string;
                                    name: string;
                                    field: string;
                                } & {
                                    [key: string]: unknown;
                                })[];
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    } & {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                }) | null;
            } & {
                [key: string]: unknown;
            })[] | null;
            producer: string;
        } & {
            [key: string]: unknown;
        };
        ProductSpec: {
            title?: string;
            description?: string;
            purpose?: string;
            owner?: string;
            /** @default [] */
            tags: string[];
            /** @default [] */
            collaborators: {
                name: string;
                description?: string;
            }[];
            /** @default [] */
            refs: {
                title: string;
                href: string;
            }[];
            /** @default [] */
            inputs: components["schemas"]["ProductPort"][];
            /** @default [] */
            outputs: components["schemas"]["ProductPort"][];
            resource?: string;
        };
        ProductPort: {
            dataset: string;
            description?: string;
            purpose?: string;
        };
        Scan: {
            /** Format: uuid */
            id: string;
            depot: string;
            /** @enum {string} */
            state: "queued" | "running" | "succeeded" | "failed";
            requestedBy: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            /** Format: int64 */
            attempt: number;
            counts: components["schemas"]["ScanCounts"];
            cause?: string;
            faults: {
                address: string;
                message: string;
            }[];
        };
        ScanCounts: {
            /** Format: int64 */
            created: number;
            /** Format: int64 */
            changed: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            vanished: number;
            /** Format: int64 */
            skipped: number;
            /** Format: int64 */
            failed: number;
        };
        ScanPage: {
            items: components["schemas"]["Scan"][];
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            page: number;
            /** Format: int64 */
            size: number;
        };
        AssetPage: {
            items: components["schemas"]["AssetHit"][];
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            page: number;
            /** Format: int64 */
            size: number;
        };
        AssetHit: {
            id: string;
            /** @enum {string} */
            kind: "depot" | "collection" | "dataset" | "table" | "view" | "file" | "topic" | "product" | "resource";
            name: string;
            description?: string;
            owner?: string;
            tags: string[];
            depot?: string;
            collection?: string;
            parent?: string;
            /** Format: int64 */
            columnCount: number;
            /** Format: int64 */
            generation: number;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            vanishedAt?: string;
            score: number;
            matchedColumns: string[];
        };
        Asset: {
            id: string;
            /** @enum {string} */
            kind: "depot" | "collection" | "dataset" | "table" | "view" | "file" | "topic" | "product" | "resource";
            name: string;
            description?: string;
            owner?: string;
            tags: string[];
            depot?: string;
            collection?: string;
            parent?: string;
            /** Format: int64 */
            columnCount: number;
            /** Format: int64 */
            generation: number;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
            /** Format: date-time */
            changedAt: string;
            /** Format: date-time */
            vanishedAt?: string;
            columns: components["schemas"]["AssetColumn"][];
            rowEstimate?: string;
        };
        AssetColumn: {
            id: string;
            name: string;
            type: string;
            nullable: boolean;
            description?: string;
            tags: string[];
            /** Format: int64 */
            ordinal: number;
        };
        TableDescription: {
            address: string;
            found: boolean;
            vanished: boolean;
            /** @enum {string} */
            kind?: "depot" | "collection" | "dataset" | "table" | "view" | "file" | "topic" | "product" | "resource";
            tags: string[];
            columns: components["schemas"]["AssetColumn"][];
            columnTags: {
                [key: string]: string[];
            };
            /** Format: int64 */
            generation?: number;
        };
        LineageGraph: {
            root: string;
            nodes: components["schemas"]["LineageNode"][];
            edges: components["schemas"]["LineageEdge"][];
            truncated: boolean;
        };
        LineageNode: {
            id: string;
            /** Format: int64 */
            distance: number;
            known: boolean;
            kind?: string;
            name: string;
            vanished: boolean;
        };
        LineageEdge: {
            from: string;
            to: string;
            columns: {
                from: string;
                to: string;
            }[];
            job?: string;
            run?: string;
            /** Format: date-time */
            firstSeen: string;
            /** Format: date-time */
            lastSeen: string;
        };
        LineageReceipt: {
            accepted: boolean;
            /** Format: int64 */
            edges: number;
        };
        ProductPage: {
            items: components["schemas"]["Product"][];
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            page: number;
            /** Format: int64 */
            size: number;
        };
        Product: {
            title?: string;
            description?: string;
            purpose?: string;
            owner?: string;
            /** @default [] */
            tags: string[];
            /** @default [] */
            collaborators: {
                name: string;
                description?: string;
            }[];
            /** @default [] */
            refs: {
                title: string;
                href: string;
            }[];
            /** @default [] */
            inputs: components["schemas"]["ProductPort"][];
            /** @default [] */
            outputs: components["schemas"]["ProductPort"][];
            resource?: string;
            id: string;
            name: string;
            /** Format: int64 */
            generation: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            changedAt: string;
        };
        Neighbourhood: {
            root: string;
            properties: {
                [key: string]: string[];
            };
            nodes: components["schemas"]["GraphNode"][];
            edges: components["schemas"]["GraphEdge"][];
            truncated: boolean;
        };
        GraphNode: {
            id: string;
            iri: string;
            label: string;
            types: string[];
        };
        GraphEdge: {
            from: string;
            to: string;
            relation: string;
        };
        Impact: {
            of: components["schemas"]["GraphNode"];
            columns: components["schemas"]["Affected"][];
            datasets: components["schemas"]["Affected"][];
            products: components["schemas"]["Affected"][];
            resources: components["schemas"]["Affected"][];
            truncated: boolean;
        };
        Affected: {
            id: string;
            iri: string;
            label: string;
            types: string[];
            /** Format: int64 */
            distance: number;
            path: string[];
            certain: boolean;
            owner?: string;
        };
        GraphPath: {
            found: boolean;
            /** Format: int64 */
            hops: number;
            nodes: components["schemas"]["GraphNode"][];
            edges: components["schemas"]["GraphEdge"][];
        };
        SparqlResults: {
            head: {
                vars?: string[];
            } & {
                [key: string]: unknown;
            };
            results?: {
                bindings: {
                    [key: string]: components["schemas"]["SparqlTerm"];
                }[];
            } & {
                [key: string]: unknown;
            };
            boolean?: boolean;
        } & {
            [key: string]: unknown;
        };
        SparqlTerm: {
            /** @enum {string} */
            type: "uri" | "literal" | "bnode";
            value: string;
            datatype?: string;
            "xml:lang"?: string;
        } & {
            [key: string]: unknown;
        };
        ClusterRequest: {
            spec: components["schemas"]["ClusterSpec"];
            owner?: string;
        } & {
            [key: string]: unknown;
        };
        ClusterSpec: {
            /** @default query-default */
            compute: string;
            /**
             * @default minerva
             * @enum {string}
             */
            type: "minerva";
            runAsUser?: string;
            /**
             * @default {
             *       "replicas": 1,
             *       "selector": {
             *         "users": [
             *           "**"
             *         ],
             *         "tags": [],
             *         "sources": [],
             *         "match": "any",
             *         "priority": 10
             *       },
             *       "depots": []
             *     }
             */
            minerva: components["schemas"]["MinervaSpec"];
        } & {
            [key: string]: unknown;
        };
        MinervaSpec: {
            /** @default 1 */
            replicas: number;
            resources?: {
                requests?: {
                    cpu?: string;
                    memory?: string;
                } & {
                    [key: string]: unknown;
                };
                limits?: {
                    cpu?: string;
                    memory?: string;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            spillOverVolume?: string;
            /**
             * @default {
             *       "users": [
             *         "**"
             *       ],
             *       "tags": [],
             *       "sources": [],
             *       "match": "any",
             *       "priority": 10
             *     }
             */
            selector: components["schemas"]["ClusterSelector"];
            /** @default [] */
            depots: components["schemas"]["ClusterDepot"][];
        } & {
            [key: string]: unknown;
        };
        ClusterSelector: {
            /** @default [] */
            users: string[];
            /** @default [] */
            tags: string[];
            /** @default [] */
            sources: string[];
            /**
             * @default any
             * @enum {string}
             */
            match: "any" | "all";
            /** @default 10 */
            priority: number;
        } & {
            [key: string]: unknown;
        };
        ClusterDepot: {
            address: string;
            /** @default {} */
            properties: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        TrinoResults: {
            id: string;
            infoUri: string;
            nextUri?: string;
            columns?: components["schemas"]["TrinoColumn"][];
            data?: unknown[][];
            stats: components["schemas"]["TrinoStats"];
            error?: components["schemas"]["TrinoError"];
            warnings: unknown[];
            updateType?: string;
        } & {
            [key: string]: unknown;
        };
        TrinoColumn: {
            name: string;
            type: string;
            typeSignature: components["schemas"]["TrinoTypeSignature"];
        };
        TrinoTypeSignature: {
            rawType: string;
            arguments: {
                kind: string;
                value: unknown;
            }[];
        };
        TrinoStats: {
            state: string;
            queued: boolean;
            scheduled: boolean;
            nodes: number;
        } & {
            [key: string]: unknown;
        };
        TrinoError: {
            message: string;
            /** Format: int64 */
            errorCode: number;
            errorName: string;
            /** @enum {string} */
            errorType: "USER_ERROR" | "INTERNAL_ERROR" | "INSUFFICIENT_RESOURCES" | "EXTERNAL";
            errorLocation?: {
                /** Format: int64 */
                lineNumber: number;
                /** Format: int64 */
                columnNumber: number;
            };
            failureInfo?: {
                type: string;
                message: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        TrinoInfo: {
            nodeVersion: {
                version: string;
            };
            environment: string;
            coordinator: boolean;
            starting: boolean;
            uptime: string;
        };
        ClusterView: {
            name: string;
            spec: components["schemas"]["ClusterSpecOutput"];
            owner?: string;
            engine: {
                /** @enum {string} */
                kind: "duckdb";
                /** @enum {string} */
                state: "starting" | "running" | "restarting" | "stopped";
                /** Format: int64 */
                pid?: number;
                /** Format: int64 */
                restarts: number;
                /** Format: date-time */
                startedAt?: string;
                lastExit?: string;
                /** Format: int64 */
                running: number;
            };
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            updatedAt: string;
        };
        QueryPage: {
            items: components["schemas"]["QuerySummary"][];
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            page: number;
            /** Format: int64 */
            size: number;
        };
        QuerySummary: {
            id: string;
            user: string;
            /** @enum {string} */
            state: "QUEUED" | "PLANNING" | "STARTING" | "RUNNING" | "FINISHING" | "FINISHED" | "FAILED";
            sql: string;
            cluster?: string;
            source?: string;
            decision?: string;
            error?: components["schemas"]["QueryFailure"];
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            bytes: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt?: string;
            /** Format: int64 */
            elapsedMs?: number;
        };
        QueryFailure: {
            /** Format: int64 */
            code: number;
            name: string;
            type: string;
            message: string;
        };
        QueryRecord: {
            id: string;
            user: string;
            /** @enum {string} */
            state: "QUEUED" | "PLANNING" | "STARTING" | "RUNNING" | "FINISHING" | "FINISHED" | "FAILED";
            sql: string;
            cluster?: string;
            source?: string;
            decision?: string;
            error?: components["schemas"]["QueryFailure"];
            /** Format: int64 */
            rows: number;
            /** Format: int64 */
            bytes: number;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt?: string;
            /** Format: int64 */
            elapsedMs?: number;
            authenticatedAs?: string;
            rewritten?: string;
            detail?: string;
            statement?: string;
            clientTags: string[];
            catalog?: string;
            schema?: string;
            tables: components["schemas"]["QueryTable"][];
            policies: string[];
            masks: components["schemas"]["AppliedMask"][];
            filters: components["schemas"]["AppliedFilter"][];
            /** Format: int64 */
            rowsRead: number;
            /** Format: date-time */
            startedAt?: string;
        };
        QueryTable: {
            address: string;
            columns: string[];
        };
        AppliedMask: {
            table: string;
            column: string;
            operator: string;
            policy: string;
        };
        AppliedFilter: {
            table: string;
            column: string;
            operator: string;
            policy: string;
        };
        ClusterSpecOutput: {
            /** @default query-default */
            compute: string;
            /**
             * @default minerva
             * @enum {string}
             */
            type: "minerva";
            runAsUser?: string;
            /**
             * @default {
             *       "replicas": 1,
             *       "selector": {
             *         "users": [
             *           "**"
             *         ],
             *         "tags": [],
             *         "sources": [],
             *         "match": "any",
             *         "priority": 10
             *       },
             *       "depots": []
             *     }
             */
            minerva: components["schemas"]["MinervaSpecOutput"];
        } & {
            [key: string]: unknown;
        };
        MinervaSpecOutput: {
            /** @default 1 */
            replicas: number;
            resources?: {
                requests?: {
                    cpu?: string;
                    memory?: string;
                } & {
                    [key: string]: unknown;
                };
                limits?: {
                    cpu?: string;
                    memory?: string;
                } & {
                    [key: string]: unknown;
                };
            } & {
                [key: string]: unknown;
            };
            spillOverVolume?: string;
            /**
             * @default {
             *       "users": [
             *         "**"
             *       ],
             *       "tags": [],
             *       "sources": [],
             *       "match": "any",
             *       "priority": 10
             *     }
             */
            selector: components["schemas"]["ClusterSelectorOutput"];
            /** @default [] */
            depots: components["schemas"]["ClusterDepotOutput"][];
        } & {
            [key: string]: unknown;
        };
        ClusterSelectorOutput: {
            /** @default [] */
            users: string[];
            /** @default [] */
            tags: string[];
            /** @default [] */
            sources: string[];
            /**
             * @default any
             * @enum {string}
             */
            match: "any" | "all";
            /** @default 10 */
            priority: number;
        } & {
            [key: string]: unknown;
        };
        ClusterDepotOutput: {
            address: string;
            /** @default {} */
            properties: {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        ApplyAnswer: {
            results: components["schemas"]["ApplyResult"][];
        };
        ApplyResult: {
            id: string;
            type: string;
            version: string;
            name: string;
            workspace?: string;
            /** @enum {string} */
            outcome: "created" | "updated" | "unchanged" | "valid";
            /** Format: int64 */
            generation: number;
            warnings: {
                pointer: string;
                message: string;
            }[];
            resource?: components["schemas"]["Resource"];
        };
        Resource: {
            id: string;
            name: string;
            version: string;
            type: string;
            tags: string[];
            description?: string;
            owner: string;
            layer: string;
            workspace?: string;
            /** Format: int64 */
            generation: number;
            /** Format: uuid */
            uid: string;
            /** Format: date-time */
            created: string;
            madeBy?: string;
            status: components["schemas"]["ResourceStatus"];
        } & {
            [key: string]: unknown;
        };
        ResourceStatus: {
            /** @enum {string} */
            aggregateStatus: "pending" | "active" | "error" | "deleting" | "deleted";
            builderState: {
                /** @enum {string} */
                stage: "building" | "complete" | "error";
                numberOfWantedResources: string;
                numberOfProcessedResources: string;
                info: string;
            };
            runtimeState: {
                status: string;
            };
            conditions: components["schemas"]["Condition"][];
        } & {
            [key: string]: unknown;
        };
        Condition: {
            /** @enum {string} */
            type: "Accepted" | "Built" | "Ready" | "Deleting";
            /** @enum {string} */
            status: "True" | "False" | "Unknown";
            reason: string;
            message: string;
            /** Format: int64 */
            observedGeneration: number;
            /** Format: date-time */
            lastTransitionTime: string;
        };
        Workspace: {
            name: string;
            layer: string;
            tags: string[];
        };
        Runtime: {
            id: string;
            status: string;
            runs: components["schemas"]["Run"][];
        };
        Run: {
            id: string;
            resource: string;
            /** Format: int64 */
            generation: number;
            /** @enum {string} */
            phase: "pending" | "running" | "succeeded" | "failed" | "stopped" | "skipped";
            runAs: string;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt?: string;
            nodes: components["schemas"]["RunNode"][];
        };
        RunNode: {
            name: string;
            stack: string;
            /** @enum {string} */
            phase: "pending" | "running" | "succeeded" | "failed" | "stopped" | "skipped";
            /** Format: int64 */
            attempt: number;
            job?: string;
            /** Format: int64 */
            pid?: number;
            /** Format: date-time */
            startedAt?: string;
            /** Format: date-time */
            finishedAt?: string;
            reason?: string;
            /** @default [] */
            inputs: string[];
            /** @default [] */
            outputs: string[];
            /** @default [] */
            columns: components["schemas"]["RunColumn"][];
        };
        RunColumn: {
            output: string;
            inputs: string[];
        };
        PodPage: {
            items: components["schemas"]["Pod"][];
            /** Format: int64 */
            total: number;
            /** Format: int64 */
            page: number;
            /** Format: int64 */
            size: number;
        };
        Pod: {
            id: string;
            /** @enum {string} */
            kind: "service" | "engine" | "job";
            name: string;
            /** @enum {string} */
            phase: "pending" | "running" | "succeeded" | "failed";
            /** Format: int64 */
            pid?: number;
            /** Format: int64 */
            restarts: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt?: string;
            lastExit?: components["schemas"]["PodExit"];
            reason?: string;
            resource?: string;
            run?: string;
            usage?: components["schemas"]["PodSample"];
        };
        PodExit: {
            /** Format: int64 */
            code: number | null;
            signal: string | null;
            /** Format: date-time */
            at: string;
        };
        PodSample: {
            /** Format: date-time */
            at: string;
            cpu: number;
            /** Format: int64 */
            memory: number;
        };
        PodDetail: {
            id: string;
            /** @enum {string} */
            kind: "service" | "engine" | "job";
            name: string;
            /** @enum {string} */
            phase: "pending" | "running" | "succeeded" | "failed";
            /** Format: int64 */
            pid?: number;
            /** Format: int64 */
            restarts: number;
            /** Format: date-time */
            startedAt: string;
            /** Format: date-time */
            finishedAt?: string;
            lastExit?: components["schemas"]["PodExit"];
            reason?: string;
            resource?: string;
            run?: string;
            usage?: components["schemas"]["PodSample"];
            samples: components["schemas"]["PodSample"][];
        };
        ServiceHealth: {
            name: string;
            /** @enum {string} */
            status: "ready" | "not-ready" | "unreachable";
            version?: string;
            /** Format: date-time */
            startedAt?: string;
            /** Format: int64 */
            latencyMs: number;
            /** Format: date-time */
            checkedAt: string;
            message?: string;
            dependencies: {
                [key: string]: {
                    ok: boolean;
                    message?: string;
                    ms: number;
                };
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    heimdall_authorize: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizeInput"];
            };
        };
        responses: {
            /** @description Tell who a token belongs to and whether that user may act; a denial is 403 and a bad token 401, both with this body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizeResult"] | components["schemas"]["AuthorizeBatchResult"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_authorizeBatch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuthorizeBatchInput"];
            };
        };
        responses: {
            /** @description Answer many questions of one token; single denials keep status 200 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizeBatchResult"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_decideData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DataDecisionInput"];
            };
        };
        responses: {
            /** @description Decide reading of many tables at once: access, row filters and column masks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataDecision"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_getDecision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why a decision came out as it did; only for its subject and for operators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DecisionView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueInput"];
            };
        };
        responses: {
            /** @description Issue a short-lived signed token, for oneself or (with an impersonate decision) for another user */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedToken"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_jwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Public keys of the tokens issued here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        keys: {
                            [key: string]: unknown;
                        }[];
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_listUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"][];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "nora",
                 *       "type": "person",
                 *       "name": "Nora Newcomer",
                 *       "tags": [
                 *         "roles:id:user"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["UserInput"];
            };
        };
        responses: {
            /** @description Create a user */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A user with this id exists (`user-exists`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One user; everybody may see themselves */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserPatch"];
            };
        };
        responses: {
            /** @description Change name, email, properties or the whole list of tags of a user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tag of a user's own id cannot be changed (`protected-tag`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_addUserTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    tags: string[];
                };
            };
        };
        responses: {
            /** @description Give tags (roles) to a user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_removeUserTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a tag from a user; effective at the next request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The tag of a user's own id cannot be changed (`protected-tag`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description API keys of a user, without their text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenView"][];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_createToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenInput"];
            };
        };
        responses: {
            /** @description Create an API key; this answer alone holds its text */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This user has a key of this name (`token-exists`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                user: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_listPolicies: {
        parameters: {
            query?: {
                kind?: "access" | "data";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"][];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_getPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_putPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyInput"];
            };
        };
        responses: {
            /** @description Create or replace an access or data policy; in force at the next decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A policy of the platform itself cannot be changed (`system-policy`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_deletePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A policy of the platform itself cannot be changed (`system-policy`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_listDataPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All data policies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataPolicyView"][];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_createDataPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Create a data policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataPolicyView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_getDataPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One data policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataPolicyView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_putDataPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Create or replace a data policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DataPolicyView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_deleteDataPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_getSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Hand out a secret to whom a policy lets read it; otherwise it is not there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_putSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretInput"];
            };
        };
        responses: {
            /** @description Store a secret; the answer never holds values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretInfo"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_deleteSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                secret: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_listDeadLetters: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events that could not be handled, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        /** Format: int64 */
                        total: number;
                        /** Format: int64 */
                        page: number;
                        /** Format: int64 */
                        size: number;
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description These letters only; all where absent */
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Hand parked events to their listeners again, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResult"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    heimdall_discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_listDepots: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All depots, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: components["schemas"]["DepotResponse"];
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_getDepot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One depot */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepotResponse"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_putDepot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depot: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DepotBody"];
            };
        };
        responses: {
            /** @description Declare a depot; the same declaration again changes nothing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DepotResponse"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request conflicts with the present state (`conflict`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_deleteDepot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_checkDepot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ask the source now whether it answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceCheck"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_resolve: {
        parameters: {
            query: {
                address: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where an address leads, without credentials */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressInfo"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_resolveConnection: {
        parameters: {
            query: {
                address: string;
                acl?: components["schemas"]["Acl"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where an address leads, with the credentials of an acl (of the address, or `acl`; else `r`), if the caller may read that secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectionInfo"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The depot has no readable secret for this access (`secret-missing`) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_listCollections: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depot: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Collections of the source */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No driver speaks to this kind of source (`driver-not-available`); The source refuses the credentials of the depot (`credentials-refused`); The depot has no readable secret for this access (`secret-missing`) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The source behind the depot does not answer (`source-unavailable`) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_listDatasets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depot: string;
                collection: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Datasets of a collection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string[];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No driver speaks to this kind of source (`driver-not-available`); The source refuses the credentials of the depot (`credentials-refused`); The depot has no readable secret for this access (`secret-missing`) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The source behind the depot does not answer (`source-unavailable`) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_describeDataset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                depot: string;
                collection: string;
                dataset: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Columns, comment and row estimate of a dataset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetDescription"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No driver speaks to this kind of source (`driver-not-available`); The source refuses the credentials of the depot (`credentials-refused`); The depot has no readable secret for this access (`secret-missing`) */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The source behind the depot does not answer (`source-unavailable`) */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_listDeadLetters: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events that could not be handled, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        /** Format: int64 */
                        total: number;
                        /** Format: int64 */
                        page: number;
                        /** Format: int64 */
                        size: number;
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description These letters only; all where absent */
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Hand parked events to their listeners again, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResult"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    depotService_discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_listScans: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                depot?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List scans, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScanPage"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_scan: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "depot": "crm",
                 *       "tableFilter": {
                 *         "includes": [
                 *           "passengers"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["ScanRequest"];
            };
        };
        responses: {
            /** @description Start a scan of a depot */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scan"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); A filter of the scan cannot be used (`scan-filter-refused`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_getScan: {
        parameters: {
            query?: {
                wait?: number;
            };
            header?: never;
            path: {
                scan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a scan */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scan"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such scan (`scan-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_searchAssets: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                q?: string;
                kind?: "depot" | "collection" | "dataset" | "table" | "view" | "file" | "topic" | "product" | "resource";
                depot?: string;
                tag?: string;
                owner?: string;
                vanished?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Search the catalog */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssetPage"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_getAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an asset by its url-encoded id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The catalog does not know this asset (`asset-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_putAsset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetEdit"];
            };
        };
        responses: {
            /** @description Set description and owner of an asset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The catalog does not know this asset (`asset-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_putAssetTags: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssetTagsEdit"];
            };
        };
        responses: {
            /** @description Set tags of an asset and its columns */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Asset"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The catalog does not know this asset (`asset-not-found`); The asset has no such column (`column-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_describeTables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    addresses: string[];
                };
            };
        };
        responses: {
            /** @description Describe many tables at once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tables: components["schemas"]["TableDescription"][];
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_getLineage: {
        parameters: {
            query?: {
                direction?: "upstream" | "downstream" | "both";
                depth?: number;
                column?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where an asset comes from and goes to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineageGraph"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The catalog does not know this asset (`asset-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_recordLineage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OpenLineageRunEvent"];
            };
        };
        responses: {
            /** @description Receive an OpenLineage run event */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineageReceipt"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); A dataset of the run event is no dataos:// address (`lineage-dataset-refused`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_listProducts: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                owner?: string;
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List data products */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a data product */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such data product (`product-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_putProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductSpec"];
            };
        };
        responses: {
            /** @description Create or replace a data product */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_deleteProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                product: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_listDeadLetters: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events that could not be handled, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        /** Format: int64 */
                        total: number;
                        /** Format: int64 */
                        page: number;
                        /** Format: int64 */
                        size: number;
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description These letters only; all where absent */
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Hand parked events to their listeners again, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResult"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    metis_discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    odin_neighbours: {
        parameters: {
            query?: {
                depth?: number;
                relation?: string | string[];
                direction?: "in" | "out" | "both";
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is around a thing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Neighbourhood"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); This names nothing of the graph (`entity-not-understood`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The graph does not know this (`entity-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    odin_impact: {
        parameters: {
            query: {
                of: string;
                depth?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What feels a change of a dataset or column */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Impact"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); This names nothing of the graph (`entity-not-understood`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The graph does not know this (`entity-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    odin_path: {
        parameters: {
            query: {
                from: string;
                to: string;
                maxHops?: number;
                relation?: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shortest connection of two things */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GraphPath"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); This names nothing of the graph (`entity-not-understood`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The graph does not know this (`entity-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    odin_sparql: {
        parameters: {
            query: {
                query: string;
                "default-graph-uri"?: string | string[];
                "named-graph-uri"?: string | string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ask the graph by SPARQL 1.1 (SELECT, ASK) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/sparql-results+json": components["schemas"]["SparqlResults"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); The text is not a SPARQL query (`sparql-syntax`); This part of SPARQL is not understood here (`sparql-unsupported`); The graph can only be read (`sparql-read-only`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the asked result formats is available (`not-acceptable`) */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The query needs more than is allowed (`sparql-too-costly`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`too-many-requests`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    odin_postSparql: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/sparql-query": string;
                "application/x-www-form-urlencoded": string | ({
                    query?: string;
                    update?: string;
                } & {
                    [key: string]: unknown;
                });
                "application/sparql-update": string;
            };
        };
        responses: {
            /** @description Ask the graph by SPARQL 1.1, the query in the body */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/sparql-results+json": components["schemas"]["SparqlResults"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); The text is not a SPARQL query (`sparql-syntax`); This part of SPARQL is not understood here (`sparql-unsupported`); The graph can only be read (`sparql-read-only`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description None of the asked result formats is available (`not-acceptable`) */
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The query needs more than is allowed (`sparql-too-costly`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests (`too-many-requests`) */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    odin_listDeadLetters: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events that could not be handled, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        /** Format: int64 */
                        total: number;
                        /** Format: int64 */
                        page: number;
                        /** Format: int64 */
                        size: number;
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    odin_replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description These letters only; all where absent */
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Hand parked events to their listeners again, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResult"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    odin_discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_submit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example SELECT 1 */
                "text/plain": string;
            };
        };
        responses: {
            /** @description Submit one statement; a fault of the query answers 200 with `error` */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrinoResults"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request body is too large (`payload-too-large`) */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_probeStatement: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_queuedPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
                token: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Wait for the query to begin */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrinoResults"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This page of the query is no longer kept (`query-gone`) */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_cancelQueued: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
                token: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This page of the query is no longer kept (`query-gone`) */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_page: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
                token: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The next page; the same token answers again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrinoResults"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This page of the query is no longer kept (`query-gone`) */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_cancelPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                slug: string;
                token: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description This page of the query is no longer kept (`query-gone`) */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_queryInfo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description State of a query of one's own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queryId: string;
                        state: string;
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_cancelQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_info: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Version and readiness, as Trino's clients ask for it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrinoInfo"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_listClusters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All clusters with the state of their engines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterView"][];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_getCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One cluster */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_putCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClusterRequest"];
            };
        };
        responses: {
            /** @description Declare a cluster; its engine is started */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClusterView"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_deleteCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_listQueries: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                user?: string;
                state?: "QUEUED" | "PLANNING" | "STARTING" | "RUNNING" | "FINISHING" | "FINISHED" | "FAILED";
                table?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queries, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryPage"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_getQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The audit record of a query */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueryRecord"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_listDeadLetters: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events that could not be handled, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        /** Format: int64 */
                        total: number;
                        /** Format: int64 */
                        page: number;
                        /** Format: int64 */
                        size: number;
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description These letters only; all where absent */
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Hand parked events to their listeners again, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResult"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    minervaGateway_discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_apply: {
        parameters: {
            query?: {
                workspace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example name: notes
                 *     version: v1
                 *     type: depot
                 *     depot:
                 *       type: file
                 *       description: Notes in a folder
                 *       file:
                 *         folder: notes
                 */
                "application/yaml": string;
                /**
                 * @example name: notes
                 *     version: v1
                 *     type: depot
                 *     depot:
                 *       type: file
                 *       description: Notes in a folder
                 *       file:
                 *         folder: notes
                 */
                "application/json": string | {
                    [key: string]: unknown;
                }[] | {
                    [key: string]: unknown;
                };
                /**
                 * @example name: notes
                 *     version: v1
                 *     type: depot
                 *     depot:
                 *       type: file
                 *       description: Notes in a folder
                 *       file:
                 *         folder: notes
                 */
                "application/x-yaml": string;
                /**
                 * @example name: notes
                 *     version: v1
                 *     type: depot
                 *     depot:
                 *       type: file
                 *       description: Notes in a folder
                 *       file:
                 *         folder: notes
                 */
                "text/yaml": string;
                /**
                 * @example name: notes
                 *     version: v1
                 *     type: depot
                 *     depot:
                 *       type: file
                 *       description: Notes in a folder
                 *       file:
                 *         folder: notes
                 */
                "text/plain": string;
            };
        };
        responses: {
            /** @description Create or update what the manifests declare */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplyAnswer"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); The text is not YAML (`manifest-syntax`); A manifest does not fit its type (`manifest-invalid`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The resource is being deleted (`resource-deleting`); Another bundle made the resource (`resource-owned-by-bundle`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_validate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ws: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/yaml": string;
                "application/json": string | {
                    [key: string]: unknown;
                }[] | {
                    [key: string]: unknown;
                };
                "application/x-yaml": string;
                "text/yaml": string;
                "text/plain": string;
            };
        };
        responses: {
            /** @description Check manifests; nothing is stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApplyAnswer"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); The text is not YAML (`manifest-syntax`); A manifest does not fit its type (`manifest-invalid`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_listResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Resources of a type, in all workspaces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"][];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_getResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                type: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One resource of the instance */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource (`resource-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_deleteResource: {
        parameters: {
            query?: {
                force?: "true" | "false";
            };
            header?: never;
            path: {
                type: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a resource; refused while others need it, unless `force` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource (`resource-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Other resources depend on it (`resource-needed`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_listWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Workspaces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"][];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_getWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ws: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One workspace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_listWorkspaceResources: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ws: string;
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Resources of a type in a workspace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"][];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_getWorkspaceResource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ws: string;
                type: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One resource of a workspace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource (`resource-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_deleteWorkspaceResource: {
        parameters: {
            query?: {
                force?: "true" | "false";
            };
            header?: never;
            path: {
                ws: string;
                type: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a resource of a workspace; refused while others need it, unless `force` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Resource"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource (`resource-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Other resources depend on it (`resource-needed`) */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_getRuntime: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ws: string;
                type: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What runs, and what ran */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Runtime"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource (`resource-not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_getLog: {
        parameters: {
            query?: {
                run?: string;
                node?: string;
            };
            header?: never;
            path: {
                ws: string;
                type: string;
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Log of a run: the newest, of all jobs, unless told otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such resource (`resource-not-found`); There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_listDeadLetters: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events that could not be handled, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        /** Format: int64 */
                        total: number;
                        /** Format: int64 */
                        page: number;
                        /** Format: int64 */
                        size: number;
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description These letters only; all where absent */
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Hand parked events to their listeners again, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResult"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    poros_discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_listPods: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
                kind?: "service" | "engine" | "job";
                phase?: "pending" | "running" | "succeeded" | "failed";
                name?: string;
                history?: "true" | "false";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pods, latest started first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodPage"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_getPod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One pod with its recent samples */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PodDetail"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_listServices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Each service as it answers now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceHealth"][];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_listDeadLetters: {
        parameters: {
            query?: {
                page?: number;
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events that could not be handled, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["DeadLetter"][];
                        /** Format: int64 */
                        total: number;
                        /** Format: int64 */
                        page: number;
                        /** Format: int64 */
                        size: number;
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_replayDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description These letters only; all where absent */
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Hand parked events to their listeners again, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayResult"];
                };
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    operations_discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request does not fit the contract (`validation-failed`) */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A valid token is needed (`unauthenticated`) */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Policy does not allow this (`policy-denied`) */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is nothing here (`not-found`) */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The service failed (`unexpected`) */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
