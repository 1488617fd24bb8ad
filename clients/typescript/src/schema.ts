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
    "/heimdall/api/v1/authorize/user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * May another user act: for engines that may impersonate; answers as authorize does
         * @description May another user act: for engines that may impersonate; answers as authorize does.
         */
        post: operations["heimdall_authorizeUser"];
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
    "/heimdall/api/v1/decisions/visible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which of many tables may be read, for lists: nothing is read yet, so nothing is recorded
         * @description Which of many tables may be read, for lists: nothing is read yet, so nothing is recorded.
         */
        post: operations["heimdall_visibleTables"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/decisions/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Why somebody may or may not: the policies that speak, the tags and paths that match, who gave the tags, and what would be needed
         * @description Why somebody may or may not: the policies that speak, the tags and paths that match, who gave the tags, and what would be needed.
         */
        post: operations["heimdall_explain"];
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
    "/heimdall/api/v1/tokens/issue": {
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
    "/access/v1/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AuthZEN: may the subject do this
         * @description AuthZEN: may the subject do this.
         */
        post: operations["heimdall_evaluation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/v1/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AuthZEN: many questions at once; without any it answers like a single one
         * @description AuthZEN: many questions at once; without any it answers like a single one.
         */
        post: operations["heimdall_evaluations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/v1/search/subject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AuthZEN: who may do this
         * @description AuthZEN: who may do this.
         */
        post: operations["heimdall_searchSubject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/v1/search/resource": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AuthZEN: on what may the subject do this
         * @description AuthZEN: on what may the subject do this.
         */
        post: operations["heimdall_searchResource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/access/v1/search/action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * AuthZEN: what may the subject do with this
         * @description AuthZEN: what may the subject do with this.
         */
        post: operations["heimdall_searchAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/authzen-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * AuthZEN: where the decision point answers
         * @description AuthZEN: where the decision point answers.
         */
        get: operations["heimdall_authzenConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Make a resource known to the searches, with the properties it has
         * @description Make a resource known to the searches, with the properties it has.
         */
        put: operations["heimdall_putResource"];
        post?: never;
        /**
         * Forget a resource
         * @description Forget a resource.
         */
        delete: operations["heimdall_deleteResource"];
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
    "/heimdall/api/v2/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users, page by page
         * @description Users, page by page.
         */
        get: operations["heimdall_listUsersPaged"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/users/user-filters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Users by content id, id or tag
         * @description Users by content id, id or tag.
         */
        post: operations["heimdall_filterUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/users/{user}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to a user and by whom
         * @description What was done to a user and by whom.
         */
        get: operations["heimdall_listUserChanges"];
        put?: never;
        post?: never;
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
        /**
         * One API key, without its text
         * @description One API key, without its text.
         */
        get: operations["heimdall_getToken"];
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
    "/heimdall/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The API key of this text, for its owner
         * @description The API key of this text, for its owner.
         */
        get: operations["heimdall_findToken"];
        put?: never;
        /**
         * Replace an API key by a new one of the same name
         * @description Replace an API key by a new one of the same name.
         */
        post: operations["heimdall_rotateToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/tokens/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of the caller's own keys
         * @description One of the caller's own keys.
         */
        get: operations["heimdall_getOwnToken"];
        put?: never;
        post?: never;
        /**
         * Revoke one of the caller's own keys
         * @description Revoke one of the caller's own keys.
         */
        delete: operations["heimdall_revokeOwnToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every tag that somebody holds
         * @description Every tag that somebody holds.
         */
        get: operations["heimdall_listTags"];
        put?: never;
        /**
         * Give tags to a user; the answer holds all tags of the user
         * @description Give tags to a user; the answer holds all tags of the user.
         */
        post: operations["heimdall_addTags"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/tags/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tags of a user
         * @description The tags of a user.
         */
        get: operations["heimdall_getTags"];
        put?: never;
        post?: never;
        /**
         * Take all tags from a user but the tag of the id
         * @description Take all tags from a user but the tag of the id.
         */
        delete: operations["heimdall_clearTags"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/tags/{user}/tag/{tag}": {
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
         * Take one tag from a user
         * @description Take one tag from a user.
         */
        delete: operations["heimdall_removeTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/users/{user}/held-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tags of a user with who gave each of them and when
         * @description The tags of a user with who gave each of them and when.
         */
        get: operations["heimdall_listHeldTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/tag-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags in use by namespace
         * @description Tags in use by namespace.
         */
        get: operations["heimdall_listTagGroups"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/tag-namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All tag namespaces
         * @description All tag namespaces.
         */
        get: operations["heimdall_listTagNamespaces"];
        put?: never;
        /**
         * Create or change a tag namespace
         * @description Create or change a tag namespace.
         */
        post: operations["heimdall_createTagNamespace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/tag-namespaces/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One tag namespace
         * @description One tag namespace.
         */
        get: operations["heimdall_getTagNamespace"];
        put?: never;
        post?: never;
        /**
         * Delete a tag namespace whose tags nobody holds
         * @description Delete a tag namespace whose tags nobody holds.
         */
        delete: operations["heimdall_deleteTagNamespace"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/tag-namespaces/{name}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags in use that fit a namespace
         * @description Tags in use that fit a namespace.
         */
        get: operations["heimdall_listNamespaceTags"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All roles
         * @description All roles.
         */
        get: operations["heimdall_listRoles"];
        put?: never;
        /**
         * Create a role
         * @description Create a role.
         */
        post: operations["heimdall_createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/roles/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One role
         * @description One role.
         */
        get: operations["heimdall_getRole"];
        put?: never;
        post?: never;
        /**
         * Delete a role and take it from everybody
         * @description Delete a role and take it from everybody.
         */
        delete: operations["heimdall_deleteRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/roles/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to a role
         * @description What was done to a role.
         */
        get: operations["heimdall_listRoleChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/roles/{id}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who has a role
         * @description Who has a role.
         */
        get: operations["heimdall_listRoleUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v2/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The one collection
         * @description The one collection.
         */
        get: operations["heimdall_listCollections"];
        put?: never;
        /**
         * Refused for every name but default
         * @description Refused for every name but default.
         */
        post: operations["heimdall_createCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v2/collections/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One collection
         * @description One collection.
         */
        get: operations["heimdall_getCollection"];
        put?: never;
        post?: never;
        /**
         * Always refused: the default collection stays
         * @description Always refused: the default collection stays.
         */
        delete: operations["heimdall_deleteCollection"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/atoms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that can be granted
         * @description Everything that can be granted.
         */
        get: operations["heimdall_listAtoms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/atoms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One atom
         * @description One atom.
         */
        get: operations["heimdall_getAtom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All enforcement points
         * @description All enforcement points.
         */
        get: operations["heimdall_listProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/providers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One enforcement point with its atoms
         * @description One enforcement point with its atoms.
         */
        get: operations["heimdall_getProvider"];
        put?: never;
        post?: never;
        /**
         * Delete an enforcement point that no use-case needs
         * @description Delete an enforcement point that no use-case needs.
         */
        delete: operations["heimdall_deleteProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/policy-provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create or replace an enforcement point; grants on its atoms are compiled anew
         * @description Create or replace an enforcement point; grants on its atoms are compiled anew.
         */
        post: operations["heimdall_putProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/use-cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All use-cases
         * @description All use-cases.
         */
        get: operations["heimdall_listUseCases"];
        put?: never;
        /**
         * Create or replace a use-case; its grants are compiled anew
         * @description Create or replace a use-case; its grants are compiled anew.
         */
        post: operations["heimdall_putUseCase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/use-cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One use-case, with the variables a grant must give
         * @description One use-case, with the variables a grant must give.
         */
        get: operations["heimdall_getUseCase"];
        put?: never;
        post?: never;
        /**
         * Delete a use-case that is granted to nobody
         * @description Delete a use-case that is granted to nobody.
         */
        delete: operations["heimdall_deleteUseCase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All grants
         * @description All grants.
         */
        get: operations["heimdall_listGrants"];
        put?: never;
        /**
         * Grant a use-case; in force at the next decision
         * @description Grant a use-case; in force at the next decision.
         */
        post: operations["heimdall_createGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/grants/subjects/{tag}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Grants to a tag
         * @description Grants to a tag.
         */
        get: operations["heimdall_listGrantsBySubject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One grant
         * @description One grant.
         */
        get: operations["heimdall_getGrant"];
        put?: never;
        post?: never;
        /**
         * Revoke a grant; effective at the next decision
         * @description Revoke a grant; effective at the next decision.
         */
        delete: operations["heimdall_deleteGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/grants/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to a grant
         * @description What was done to a grant.
         */
        get: operations["heimdall_listGrantChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/grants/{id}/tags/{tag}": {
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
         * Take one subject from a grant; with the last one the grant goes
         * @description Take one subject from a grant; with the last one the grant goes.
         */
        delete: operations["heimdall_deleteGrantTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/grant-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Requests: operators see all, others their own
         * @description Requests: operators see all, others their own.
         */
        get: operations["heimdall_listGrantRequests"];
        put?: never;
        /**
         * Ask for a grant
         * @description Ask for a grant.
         */
        post: operations["heimdall_createGrantRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/grant-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One request
         * @description One request.
         */
        get: operations["heimdall_getGrantRequest"];
        put?: never;
        post?: never;
        /**
         * Withdraw a request
         * @description Withdraw a request.
         */
        delete: operations["heimdall_deleteGrantRequest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/grant-requests/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve a request: the grant is in force
         * @description Approve a request: the grant is in force.
         */
        post: operations["heimdall_approveGrantRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/grant-requests/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject a request for good
         * @description Reject a request for good.
         */
        post: operations["heimdall_rejectGrantRequest"];
        delete?: never;
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
        /**
         * Create a policy named in the body
         * @description Create a policy named in the body.
         */
        post: operations["heimdall_createPolicy"];
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
    "/heimdall/api/v2/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Access policies, page by page
         * @description Access policies, page by page.
         */
        get: operations["heimdall_listPoliciesPaged"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/heimdall/dp/api/v1/policies/dataset/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Data policies that may touch a dataset (`depot.collection.dataset`)
         * @description Data policies that may touch a dataset (`depot.collection.dataset`).
         */
        get: operations["heimdall_listDatasetPolicies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/dp/api/v1/policies/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Masks and filters of a table whose columns and tags are given
         * @description Masks and filters of a table whose columns and tags are given.
         */
        post: operations["heimdall_decideTable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/dp/api/v1/policies/decisionExternalTruth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The same; without columns the catalogue is asked for them
         * @description The same; without columns the catalogue is asked for them.
         */
        post: operations["heimdall_decideTableExternally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/dp/api/v1/policies/decision/{depot}/{collection}/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Masks and filters of a table as the catalogue knows it
         * @description Masks and filters of a table as the catalogue knows it.
         */
        get: operations["heimdall_decideDataset"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v1/datapolicy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All data policies, as resources
         * @description All data policies, as resources.
         */
        get: operations["heimdall_listGatewayPolicies"];
        /**
         * Create or replace a data policy
         * @description Create or replace a data policy.
         */
        put: operations["heimdall_putGatewayPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v1/datapolicy/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One data policy, as a resource
         * @description One data policy, as a resource.
         */
        get: operations["heimdall_getGatewayPolicy"];
        put?: never;
        post?: never;
        /**
         * Delete a data policy; the answer holds it
         * @description Delete a data policy; the answer holds it.
         */
        delete: operations["heimdall_deleteGatewayPolicy"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v1/datapolicy/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller sees of a dataset
         * @description What the caller sees of a dataset.
         */
        get: operations["heimdall_gatewayDecision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v1/datapolicy/decision/{depot}/{collection}/{dataset}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the caller sees of a dataset
         * @description What the caller sees of a dataset.
         */
        get: operations["heimdall_gatewayDecisionOf"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/heimdall/api/v1/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ids of the secrets the caller may read
         * @description Ids of the secrets the caller may read.
         */
        get: operations["heimdall_listSecrets"];
        put?: never;
        /**
         * Store a secret given as entries; the answer never holds values
         * @description Store a secret given as entries; the answer never holds values.
         */
        post: operations["heimdall_createSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ats/api/v1/asset-tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tags of an asset or of a tag group
         * @description Tags of an asset or of a tag group.
         */
        get: operations["heimdall_listAssetTags"];
        /**
         * Put a tag on an asset
         * @description Put a tag on an asset.
         */
        put: operations["heimdall_putAssetTag"];
        post?: never;
        /**
         * Take a tag from an asset
         * @description Take a tag from an asset.
         */
        delete: operations["heimdall_deleteAssetTag"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ats/api/v1/asset-tags/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put and take many tags at once, all or none
         * @description Put and take many tags at once, all or none.
         */
        put: operations["heimdall_putAssetTags"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Go through the log of decisions and tell whether it is what was written
         * @description Go through the log of decisions and tell whether it is what was written.
         */
        get: operations["heimdall_verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/policies/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask recorded decisions again under a draft of the policies: which users, objects and columns change
         * @description Ask recorded decisions again under a draft of the policies: which users, objects and columns change.
         */
        post: operations["heimdall_replayPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/policies/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which expectations a draft of the policies would break, and what in it is probably meant otherwise
         * @description Which expectations a draft of the policies would break, and what in it is probably meant otherwise.
         */
        post: operations["heimdall_checkPolicies"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/heimdall/api/v1/secrets/rotate-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new key and seal every secret with it
         * @description Make a new key and seal every secret with it.
         */
        post: operations["heimdall_rotateSecretKey"];
        delete?: never;
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
    "/ds/api/v2/depots/{depot}/collections/{collection}/datasets/{dataset}/objects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The objects that are a dataset of an object store now, with their versions, if the caller may read the secret of the depot
         * @description The objects that are a dataset of an object store now, with their versions, if the caller may read the secret of the depot.
         */
        get: operations["depotService_listObjects"];
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
         * @description Columns, types and tags by address, in the order asked; unknown addresses answer with found = false, or not at all where `omitUnknown` says so.
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
    "/metis/api/v1/tables/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the tags of columns on those computed from them, before these can be read
         * @description Who copies data asks for this before the copy is in its place, so that nobody can read it without the protection of what it was made from. The caller must be allowed to `write` every dataset named as an output.
         */
        post: operations["metis_passTags"];
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
    "/v1/oauth2/token/initiate/{link}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The page a Trino client opens in a browser: it asks before it goes to the identity provider
         * @description The page a Trino client opens in a browser: it asks before it goes to the identity provider.
         */
        get: operations["minervaGateway_signInPage"];
        put?: never;
        /**
         * Begin to sign in: a page that goes on to the identity provider
         * @description Begin to sign in: a page that goes on to the identity provider.
         */
        post: operations["minervaGateway_beginSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth2/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where the identity provider sends the browser back to
         * @description Where the identity provider sends the browser back to.
         */
        get: operations["minervaGateway_endSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth2/token/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Wait for the token of a sign-in; only the client that was told to sign in knows this address
         * @description Wait for the token of a sign-in; only the client that was told to sign in knows this address.
         */
        get: operations["minervaGateway_signedInToken"];
        put?: never;
        post?: never;
        /**
         * The token has arrived: forget it
         * @description The token has arrived: forget it.
         */
        delete: operations["minervaGateway_forgetToken"];
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
        /**
         * Kill a running query
         * @description One's own; anybody's for whom policy lets delete `/gateway/api/v1/queries`. Its client is told so.
         */
        delete: operations["minervaGateway_killQuery"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v1/queries/explain-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would be hidden from the caller if this query ran, by which policy, and whom to ask
         * @description Nothing of the query runs. The same answer in SQL: `EXPLAIN ACCESS <query>`.
         */
        post: operations["minervaGateway_explainAccess"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clusters of a tenant
         * @description Clusters of a tenant.
         */
        get: operations["minervaGateway_tenantClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Queries: one's own, or all for auditors
         * @description Queries: one's own, or all for auditors.
         */
        get: operations["minervaGateway_tenantQueries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/queries/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Number of queries by cluster
         * @description Number of queries by cluster.
         */
        get: operations["minervaGateway_tenantDistribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/queries/{query}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One query
         * @description One query.
         */
        get: operations["minervaGateway_tenantQuery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/workspaces/{workspace}/clusters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clusters of a workspace
         * @description Clusters of a workspace.
         */
        get: operations["minervaGateway_workspaceClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/workspaces/{workspace}/clusters/active": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clusters that take queries now
         * @description Clusters that take queries now.
         */
        get: operations["minervaGateway_activeClusters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/workspaces/{workspace}/clusters/{cluster}": {
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
        get: operations["minervaGateway_workspaceCluster"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/workspaces/{workspace}/clusters/{cluster}/catalogs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Catalogs of a cluster
         * @description Catalogs of a cluster.
         */
        get: operations["minervaGateway_clusterCatalogs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/workspaces/{workspace}/clusters/{cluster}/catalogs/{catalog}/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Schemas the caller may know
         * @description Schemas the caller may know.
         */
        get: operations["minervaGateway_catalogSchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/workspaces/{workspace}/clusters/{cluster}/catalogs/{catalog}/schemas/{schema}/tables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tables the caller may read
         * @description Tables the caller may read.
         */
        get: operations["minervaGateway_schemaTables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/gateway/api/v2/tenants/{tenant}/wrapped-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own token with a cluster in it, for tools that know only a password
         * @description A key in the query string is not read: the caller is who the header says.
         */
        get: operations["minervaGateway_wrappedToken"];
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
            /** @description Accepted as `pepContext` too. */
            pep_context?: unknown;
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
            id?: string | null;
            user_id?: string | null;
            /** @enum {string} */
            type: "person" | "application";
            name: string;
            email?: string | null;
            tags?: string[] | null;
            properties?: components["schemas"]["UserProperty"][] | null;
            federated_user_id?: string | null;
            federated_connector_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        UserProperty: {
            key: string;
            value: string;
        };
        UserPatch: {
            name?: string | null;
            email?: string | null;
            tags?: string[] | null;
            properties?: components["schemas"]["UserProperty"][] | null;
            federated_user_id?: string | null;
            federated_connector_id?: string | null;
        } & {
            [key: string]: unknown;
        };
        TokenInput: {
            name?: string | null;
            description?: string | null;
            duration?: (number | null) | string;
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
            conditions?: unknown[] | null;
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
                    /** @enum {string|null} */
                    bound?: "lower" | "upper" | null;
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
                /** @description Accepted as `value_from` too. */
                valueFrom?: ({
                    /** @description Accepted as `userAttribute` too. */
                    user_attribute?: unknown;
                } & {
                    [key: string]: unknown;
                }) | null;
                value_from_attribute?: (string | null) | ({
                    /** @description Accepted as `userAttribute` too. */
                    user_attribute?: unknown;
                } & {
                    [key: string]: unknown;
                });
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
        PolicyInput: {
            /**
             * @default user
             * @enum {string}
             */
            layer: "user" | "system";
            description?: string | null;
            owner?: string;
            tags?: string[];
            policy: {
                access?: components["schemas"]["AccessRule"];
                data?: components["schemas"]["DataRule"];
                expect?: ({
                    subject: string | {
                        tags: string[];
                    };
                    predicate: string;
                    path?: string;
                    tags?: string[];
                    allow: boolean;
                } & {
                    [key: string]: unknown;
                })[];
            } & {
                [key: string]: unknown;
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
            why?: string;
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
            columnTags?: {
                [key: string]: string[];
            };
        };
        DecidedFilter: {
            column: string;
            /** @enum {string} */
            operator: "equals" | "not_equals" | "less_than" | "less_than_or_equals_to" | "greater_than" | "greater_than_or_equals_to" | "like" | "not_like" | "never";
            value?: string | number | boolean;
            policy: string;
            because?: components["schemas"]["DataReason"];
        };
        DataReason: {
            owner: string;
            subject: components["schemas"]["MatchedTag"][];
            column?: {
                name?: string;
                tag?: string;
            };
        };
        MatchedTag: {
            tag: string;
            pattern?: string;
            assignedBy?: string;
            assignedAt?: string;
        };
        DecidedMask: {
            column: string;
            /** @enum {string} */
            operator: "redact" | "hash" | "rand_pattern" | "rand_regexify" | "regex_replace" | "bucket_number" | "bucket_date" | "pass_through";
            config: {
                [key: string]: unknown;
            };
            policy: string;
            because?: components["schemas"]["DataReason"];
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
            reasons?: {
                name: string;
                /** @enum {string} */
                effect: "allow" | "deny";
                owner?: string;
                subject: components["schemas"]["MatchedTag"][];
                objects: {
                    object: string;
                    pattern?: string;
                }[];
            }[];
            needs?: {
                tags: string[];
                owner?: string;
                policy?: string;
            }[];
            items?: {
                predicate: string;
                objects: string[];
                explanation: string;
            }[];
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
            federated_user_id?: string | null;
            federated_connector_id?: string | null;
            tags: string[];
            tokens?: string | null;
            _links: components["schemas"]["Links"];
        } & {
            [key: string]: unknown;
        };
        Links: {
            self?: string | null;
            tags?: string | null;
            tokens?: string | null;
            avatars?: string | null;
            download_avatars?: string | null;
            grants?: string | null;
            policies?: string | null;
            changes?: string | null;
            user?: string | null;
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
            archivalMessage?: string | null;
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
            collection?: string | null;
            dataset?: string | null;
            format?: string | null;
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
            collection?: string | null;
            dataset?: string | null;
            format?: string | null;
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
            /** @enum {string} */
            encoding?: "parquet" | "csv" | "json";
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
        DatasetObjects: {
            address: string;
            /** @enum {string} */
            format: "parquet" | "csv";
            objects: {
                key: string;
                /** Format: int64 */
                size: number;
                etag: string;
            }[];
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
                                    transformations?: ({
                                        masking?: boolean | null;
                                    } & {
                                        [key: string]: unknown;
                                    })[] | null;
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
                                    transformations?: ({
                                        masking?: boolean | null;
                                    } & {
                                        [key: string]: unknown;
                                    })[] | null;
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
                masked?: boolean;
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
            type: "minerva" | "trino";
            /** @default true */
            active: boolean;
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
            trino?: {
                /** Format: uri */
                url: string;
                user?: string;
            } & {
                [key: string]: unknown;
            };
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
            limits?: components["schemas"]["QueueLimit"][];
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
        QueueLimit: {
            name: string;
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
            /**
             * @default user
             * @enum {string}
             */
            per: "user" | "group";
            concurrency?: number;
            rate?: {
                queries: number;
                every: string;
            };
            memory?: string;
            /** @default 100 */
            queue: number;
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
                kind: "duckdb" | "trino";
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
                /** Format: int64 */
                waiting?: number;
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
            writes?: components["schemas"]["QueryTable"][];
            cached?: boolean;
        };
        QueryFailure: {
            /** Format: int64 */
            code: number;
            name: string;
            type: string;
            message: string;
        };
        QueryTable: {
            address: string;
            columns: string[];
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
            writes?: components["schemas"]["QueryTable"][];
            cached?: boolean;
            authenticatedAs?: string;
            rewritten?: string;
            detail?: string;
            statement?: string;
            clientTags: string[];
            catalog?: string;
            schema?: string;
            tables: components["schemas"]["QueryTable"][];
            trace?: {
                inputs: {
                    address: string;
                    columns: {
                        name: string;
                        type: string;
                    }[];
                }[];
                output?: {
                    address: string;
                    columns: {
                        name: string;
                        type: string;
                    }[];
                    /** @enum {string} */
                    kind: "table" | "view";
                    /** @enum {string} */
                    change: "create" | "append" | "change" | "rename";
                };
                columns: {
                    column: string;
                    from: {
                        table: string;
                        column: string;
                        uses: ("IDENTITY" | "TRANSFORMATION" | "AGGREGATION" | "CONDITIONAL" | "WINDOW" | "FILTER" | "JOIN" | "GROUP_BY" | "SORT")[];
                        masked: boolean;
                    }[];
                }[];
                rows: {
                    table: string;
                    column: string;
                    uses: ("IDENTITY" | "TRANSFORMATION" | "AGGREGATION" | "CONDITIONAL" | "WINDOW" | "FILTER" | "JOIN" | "GROUP_BY" | "SORT")[];
                    masked: boolean;
                }[];
            };
            policies: string[];
            masks: components["schemas"]["AppliedMask"][];
            filters: components["schemas"]["AppliedFilter"][];
            /** Format: int64 */
            rowsRead: number;
            /** Format: date-time */
            startedAt?: string;
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
            type: "minerva" | "trino";
            /** @default true */
            active: boolean;
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
            trino?: {
                /** Format: uri */
                url: string;
                user?: string;
            } & {
                [key: string]: unknown;
            };
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
            limits?: components["schemas"]["QueueLimitOutput"][];
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
        QueueLimitOutput: {
            name: string;
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
            /**
             * @default user
             * @enum {string}
             */
            per: "user" | "group";
            concurrency?: number;
            rate?: {
                queries: number;
                every: string;
            };
            memory?: string;
            /** @default 100 */
            queue: number;
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
            code?: number | null;
            signal?: string | null;
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
    heimdall_authorizeUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    user_id: string;
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
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description May another user act: for engines that may impersonate; answers as authorize does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizeResult"];
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
    heimdall_visibleTables: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject?: {
                        token?: string;
                        user?: string;
                    };
                    tables: components["schemas"]["TableInput"][];
                };
            };
        };
        responses: {
            /** @description Which of many tables may be read, for lists: nothing is read yet, so nothing is recorded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: string;
                        revision: string;
                        visible: string[];
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
    heimdall_explain: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject?: {
                        token?: string;
                        user?: string;
                    };
                    predicate: string;
                    object: {
                        paths?: string[];
                        tags?: string[];
                    };
                };
            };
        };
        responses: {
            /** @description Why somebody may or may not: the policies that speak, the tags and paths that match, who gave the tags, and what would be needed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subject: string;
                        allow: boolean;
                        explanation: string;
                        ask: string[];
                        policies: components["schemas"]["SpokenPolicy"][];
                        reasons: {
                            name: string;
                            /** @enum {string} */
                            effect: "allow" | "deny";
                            owner?: string;
                            subject: components["schemas"]["MatchedTag"][];
                            objects: {
                                object: string;
                                pattern?: string;
                            }[];
                        }[];
                        needs: {
                            tags: string[];
                            owner?: string;
                            policy?: string;
                        }[];
                        revision: string;
                        full: boolean;
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
    heimdall_evaluation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: {
                        type: string;
                        id: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    action: {
                        name: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    resource: {
                        type: string;
                        id: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    context?: {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description AuthZEN: may the subject do this */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decision: boolean;
                        context?: {
                            [key: string]: unknown;
                        };
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
    heimdall_evaluations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject?: {
                        type?: string;
                        id?: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    action?: {
                        name?: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    resource?: {
                        type?: string;
                        id?: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    context?: {
                        [key: string]: unknown;
                    };
                    evaluations?: unknown[];
                    options?: {
                        /** @enum {string} */
                        evaluations_semantic?: "execute_all" | "deny_on_first_deny" | "permit_on_first_permit";
                    } & {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description AuthZEN: many questions at once; without any it answers like a single one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ({
                        evaluations: ({
                            decision: boolean;
                            context?: {
                                [key: string]: unknown;
                            };
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    }) | ({
                        decision: boolean;
                        context?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    });
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
    heimdall_searchSubject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: {
                        type: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    action: {
                        name: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    resource: {
                        type: string;
                        id: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    context?: {
                        [key: string]: unknown;
                    };
                    page?: {
                        token?: string;
                        /** Format: int64 */
                        limit?: number;
                    } & {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description AuthZEN: who may do this */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        page: {
                            next_token: string;
                            /** Format: int64 */
                            count?: number;
                        } & {
                            [key: string]: unknown;
                        };
                        results: ({
                            type: string;
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
    heimdall_searchResource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: {
                        type: string;
                        id: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    action: {
                        name: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    resource: {
                        type: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    context?: {
                        [key: string]: unknown;
                    };
                    page?: {
                        token?: string;
                        /** Format: int64 */
                        limit?: number;
                    } & {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description AuthZEN: on what may the subject do this */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        page: {
                            next_token: string;
                            /** Format: int64 */
                            count?: number;
                        } & {
                            [key: string]: unknown;
                        };
                        results: ({
                            type: string;
                            id: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
    heimdall_searchAction: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject: {
                        type: string;
                        id: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    resource: {
                        type: string;
                        id: string;
                        properties?: {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    context?: {
                        [key: string]: unknown;
                    };
                    page?: {
                        token?: string;
                        /** Format: int64 */
                        limit?: number;
                    } & {
                        [key: string]: unknown;
                    };
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description AuthZEN: what may the subject do with this */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        page: {
                            next_token: string;
                            /** Format: int64 */
                            count?: number;
                        } & {
                            [key: string]: unknown;
                        };
                        results: ({
                            name: string;
                        } & {
                            [key: string]: unknown;
                        })[];
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
    heimdall_authzenConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AuthZEN: where the decision point answers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policy_decision_point: string;
                        access_evaluation_endpoint: string;
                        access_evaluations_endpoint?: string;
                        search_subject_endpoint?: string;
                        search_resource_endpoint?: string;
                        search_action_endpoint?: string;
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
    heimdall_putResource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    type: string;
                    id: string;
                    /** @default {} */
                    properties?: {
                        [key: string]: string | number | boolean | string[];
                    };
                };
            };
        };
        responses: {
            /** @description Make a resource known to the searches, with the properties it has */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        type: string;
                        id: string;
                        /** @default {} */
                        properties: {
                            [key: string]: string | number | boolean | string[];
                        };
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
    heimdall_deleteResource: {
        parameters: {
            query: {
                type: string;
                id: string;
            };
            header?: never;
            path?: never;
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
    heimdall_listUsers: {
        parameters: {
            query?: {
                limit?: number;
            };
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
            /** @description The request does not fit the contract (`validation-failed`); The tag fits no namespace of subjects (`unknown-tag`) */
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
    heimdall_listUsersPaged: {
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
            /** @description Users, page by page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        users: components["schemas"]["UserView"][];
                        /** Format: int64 */
                        page: number;
                        /** Format: int64 */
                        size: number;
                        /** Format: int64 */
                        total_pages: number;
                        /** Format: int64 */
                        total_records: number;
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
    heimdall_filterUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    cid?: string | null;
                    id?: string | null;
                    tag?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Users by content id, id or tag */
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
    heimdall_listUserChanges: {
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
            /** @description What was done to a user and by whom */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject_id: string;
                        object_id: string;
                        object_type: string;
                        what: string;
                        details: string;
                        created_at: string;
                    }[];
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
            /** @description The request does not fit the contract (`validation-failed`); The tag fits no namespace of subjects (`unknown-tag`) */
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
            /** @description The request does not fit the contract (`validation-failed`); The tag fits no namespace of subjects (`unknown-tag`) */
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
    heimdall_getToken: {
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
            /** @description One API key, without its text */
            200: {
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
    heimdall_findToken: {
        parameters: {
            query: {
                token: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The API key of this text, for its owner */
            200: {
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
    heimdall_rotateToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    duration?: (number | null) | string;
                    user_id?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Replace an API key by a new one of the same name */
            200: {
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
    heimdall_getOwnToken: {
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
            /** @description One of the caller's own keys */
            200: {
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
    heimdall_revokeOwnToken: {
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
    heimdall_listTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every tag that somebody holds */
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
    heimdall_addTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    user_id: string;
                    tags: string[];
                };
            };
        };
        responses: {
            /** @description Give tags to a user; the answer holds all tags of the user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user_id: string;
                        tags: string[];
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
    heimdall_getTags: {
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
            /** @description The tags of a user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user_id: string;
                        tags: string[];
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
    heimdall_clearTags: {
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
    heimdall_removeTag: {
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
            /** @description Take one tag from a user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user_id: string;
                        tags: string[];
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
    heimdall_listHeldTags: {
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
            /** @description The tags of a user with who gave each of them and when */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tag: string;
                        assigner: string;
                        assigned_at: string;
                    }[];
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
    heimdall_listTagGroups: {
        parameters: {
            query?: {
                tag?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tags in use by namespace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        tags: {
                            label: string;
                        }[];
                    }[];
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
    heimdall_listTagNamespaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All tag namespaces */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        glob: string;
                        /** @enum {string} */
                        type: "subject" | "object" | "inform";
                        description: string;
                    }[];
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
    heimdall_createTagNamespace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    glob: string;
                    /** @enum {string} */
                    type: "subject" | "object" | "inform";
                    description?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Create or change a tag namespace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        glob: string;
                        /** @enum {string} */
                        type: "subject" | "object" | "inform";
                        description: string;
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
            /** @description The namespace belongs to the platform or its tags are in use (`namespace-in-use`) */
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
    heimdall_getTagNamespace: {
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
            /** @description One tag namespace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        glob: string;
                        /** @enum {string} */
                        type: "subject" | "object" | "inform";
                        description: string;
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
    heimdall_deleteTagNamespace: {
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
            /** @description The namespace belongs to the platform or its tags are in use (`namespace-in-use`) */
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
    heimdall_listNamespaceTags: {
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
            /** @description Tags in use that fit a namespace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        label: string;
                        /** @enum {string} */
                        type: "subject" | "object" | "inform";
                    }[];
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
    heimdall_listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        tag: string;
                        built_in: boolean;
                    }[];
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
    heimdall_createRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id?: string | null;
                    name: string;
                    description?: string | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Create a role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        tag: string;
                        built_in: boolean;
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
            /** @description A role with this id exists (`role-exists`) */
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
    heimdall_getRole: {
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
            /** @description One role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        tag: string;
                        built_in: boolean;
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
    heimdall_deleteRole: {
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
            /** @description A role of the platform itself stays (`permanent-role`) */
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
    heimdall_listRoleChanges: {
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
            /** @description What was done to a role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject_id: string;
                        object_id: string;
                        object_type: string;
                        what: string;
                        details: string;
                        created_at: string;
                    }[];
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
    heimdall_listRoleUsers: {
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
            /** @description Who has a role */
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
    heimdall_listCollections: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The one collection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        description: string;
                        flavor: string;
                        access_policy_config: {
                            default_allow: boolean;
                        };
                    }[];
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
    heimdall_createCollection: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Refused for every name but default */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        description: string;
                        flavor: string;
                        access_policy_config: {
                            default_allow: boolean;
                        };
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); Only the collection default exists (`one-collection`) */
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
    heimdall_getCollection: {
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
            /** @description One collection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        description: string;
                        flavor: string;
                        access_policy_config: {
                            default_allow: boolean;
                        };
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
    heimdall_deleteCollection: {
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
            /** @description The request does not fit the contract (`validation-failed`); Only the collection default exists (`one-collection`) */
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
    heimdall_listAtoms: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that can be granted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        description: string;
                        predicate: string;
                        tags: string[];
                        paths: string[];
                        variables: string[];
                        conditions?: string | null;
                        policy_enforcement_provider_id: string;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
                    }[];
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
    heimdall_getAtom: {
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
            /** @description One atom */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        description: string;
                        predicate: string;
                        tags: string[];
                        paths: string[];
                        variables: string[];
                        conditions?: string | null;
                        policy_enforcement_provider_id: string;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
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
    heimdall_listProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All enforcement points */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        version: string;
                        description: string;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
                    }[];
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
    heimdall_getProvider: {
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
            /** @description One enforcement point with its atoms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        version: string;
                        description: string;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
                        authorization_atoms: {
                            id: string;
                            description: string;
                            predicate: string;
                            tags: string[];
                            paths: string[];
                            variables: string[];
                            conditions?: string | null;
                            policy_enforcement_provider_id: string;
                            created_at: string;
                            updated_at: string;
                            _links: components["schemas"]["Links"];
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
    heimdall_deleteProvider: {
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
            /** @description Something else still needs this (`in-use`) */
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
    heimdall_putProvider: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    name: string;
                    version?: string | null;
                    description?: string | null;
                    authorization_atoms: ({
                        id: string;
                        description?: string | null;
                        predicate: string;
                        tags?: string[] | null;
                        paths?: string[] | null;
                        conditions?: unknown[] | null;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Create or replace an enforcement point; grants on its atoms are compiled anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        version: string;
                        description: string;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
                        authorization_atoms: {
                            id: string;
                            description: string;
                            predicate: string;
                            tags: string[];
                            paths: string[];
                            variables: string[];
                            conditions?: string | null;
                            policy_enforcement_provider_id: string;
                            created_at: string;
                            updated_at: string;
                            _links: components["schemas"]["Links"];
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
            /** @description Something else still needs this (`in-use`) */
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
    heimdall_listUseCases: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All use-cases */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        category: string;
                        authorization_atoms: {
                            id: string;
                            description: string;
                            predicate: string;
                            tags: string[];
                            paths: string[];
                            variables: string[];
                            conditions?: string | null;
                            policy_enforcement_provider_id: string;
                            created_at: string;
                            updated_at: string;
                            _links: components["schemas"]["Links"];
                        }[];
                        use_cases: string[];
                        values: ({
                            authorization_atom_id: string;
                            variable_values: {
                                [key: string]: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        unbound: {
                            [key: string]: string[];
                        };
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
                    }[];
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
    heimdall_putUseCase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    name?: string | null;
                    description?: string | null;
                    category?: string | null;
                    authorization_atoms?: string[] | null;
                    use_cases?: string[] | null;
                    values?: ({
                        authorization_atom_id: string;
                        variable_values: {
                            [key: string]: string;
                        }[];
                    } & {
                        [key: string]: unknown;
                    })[] | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Create or replace a use-case; its grants are compiled anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        category: string;
                        authorization_atoms: {
                            id: string;
                            description: string;
                            predicate: string;
                            tags: string[];
                            paths: string[];
                            variables: string[];
                            conditions?: string | null;
                            policy_enforcement_provider_id: string;
                            created_at: string;
                            updated_at: string;
                            _links: components["schemas"]["Links"];
                        }[];
                        use_cases: string[];
                        values: ({
                            authorization_atom_id: string;
                            variable_values: {
                                [key: string]: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        unbound: {
                            [key: string]: string[];
                        };
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
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
            /** @description Something else still needs this (`in-use`) */
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
    heimdall_getUseCase: {
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
            /** @description One use-case, with the variables a grant must give */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        name: string;
                        description: string;
                        category: string;
                        authorization_atoms: {
                            id: string;
                            description: string;
                            predicate: string;
                            tags: string[];
                            paths: string[];
                            variables: string[];
                            conditions?: string | null;
                            policy_enforcement_provider_id: string;
                            created_at: string;
                            updated_at: string;
                            _links: components["schemas"]["Links"];
                        }[];
                        use_cases: string[];
                        values: ({
                            authorization_atom_id: string;
                            variable_values: {
                                [key: string]: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        unbound: {
                            [key: string]: string[];
                        };
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
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
    heimdall_deleteUseCase: {
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
            /** @description Something else still needs this (`in-use`) */
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
    heimdall_listGrants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All grants */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        policy_use_case_id: string;
                        collection: string;
                        subjects: string[];
                        subjectGranters: {
                            [key: string]: string;
                        };
                        values: ({
                            authorization_atom_id: string;
                            variable_values: {
                                [key: string]: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        policies: {
                            id: string;
                        }[];
                        expires_at?: string | null;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
                    }[];
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
    heimdall_createGrant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    policy_use_case_id: string;
                    subjects?: string[] | null;
                    /** @description One of: object, array. */
                    values?: unknown;
                    /** @constant */
                    collection?: "default";
                    notes?: string | null;
                    requester?: string | null;
                    source?: string | null;
                    duration?: (number | null) | string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Grant a use-case; in force at the next decision */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        policy_use_case_id: string;
                        collection: string;
                        subjects: string[];
                        subjectGranters: {
                            [key: string]: string;
                        };
                        values: ({
                            authorization_atom_id: string;
                            variable_values: {
                                [key: string]: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        policies: {
                            id: string;
                        }[];
                        expires_at?: string | null;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
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
    heimdall_listGrantsBySubject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tag: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Grants to a tag */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        policy_use_case_id: string;
                        collection: string;
                        subjects: string[];
                        subjectGranters: {
                            [key: string]: string;
                        };
                        values: ({
                            authorization_atom_id: string;
                            variable_values: {
                                [key: string]: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        policies: {
                            id: string;
                        }[];
                        expires_at?: string | null;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
                    }[];
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
    heimdall_getGrant: {
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
            /** @description One grant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        policy_use_case_id: string;
                        collection: string;
                        subjects: string[];
                        subjectGranters: {
                            [key: string]: string;
                        };
                        values: ({
                            authorization_atom_id: string;
                            variable_values: {
                                [key: string]: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        policies: {
                            id: string;
                        }[];
                        expires_at?: string | null;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
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
    heimdall_deleteGrant: {
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
    heimdall_listGrantChanges: {
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
            /** @description What was done to a grant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        subject_id: string;
                        object_id: string;
                        object_type: string;
                        what: string;
                        details: string;
                        created_at: string;
                    }[];
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
    heimdall_deleteGrantTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                tag: string;
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
    heimdall_listGrantRequests: {
        parameters: {
            query?: {
                use_case_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requests: operators see all, others their own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "requested" | "approved" | "rejected";
                        policy_use_case_id: string;
                        collection: string;
                        subjects: string[];
                        values: {
                            [key: string]: {
                                [key: string]: string;
                            }[];
                        };
                        notes: string;
                        requester: string;
                        source: string;
                        creator: string;
                        decision?: string | null;
                        policy_use_case_grant_id?: string | null;
                        /** Format: int64 */
                        duration?: number | null;
                        created_at: string;
                        _links: components["schemas"]["Links"];
                    }[];
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
    heimdall_createGrantRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    policy_use_case_id: string;
                    subjects?: string[] | null;
                    /** @description One of: object, array. */
                    values?: unknown;
                    /** @constant */
                    collection?: "default";
                    notes?: string | null;
                    requester?: string | null;
                    source?: string | null;
                    duration?: (number | null) | string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Ask for a grant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "requested" | "approved" | "rejected";
                        policy_use_case_id: string;
                        collection: string;
                        subjects: string[];
                        values: {
                            [key: string]: {
                                [key: string]: string;
                            }[];
                        };
                        notes: string;
                        requester: string;
                        source: string;
                        creator: string;
                        decision?: string | null;
                        policy_use_case_grant_id?: string | null;
                        /** Format: int64 */
                        duration?: number | null;
                        created_at: string;
                        _links: components["schemas"]["Links"];
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
    heimdall_getGrantRequest: {
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
            /** @description One request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "requested" | "approved" | "rejected";
                        policy_use_case_id: string;
                        collection: string;
                        subjects: string[];
                        values: {
                            [key: string]: {
                                [key: string]: string;
                            }[];
                        };
                        notes: string;
                        requester: string;
                        source: string;
                        creator: string;
                        decision?: string | null;
                        policy_use_case_grant_id?: string | null;
                        /** Format: int64 */
                        duration?: number | null;
                        created_at: string;
                        _links: components["schemas"]["Links"];
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
    heimdall_deleteGrantRequest: {
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
            /** @description The request was decided already (`decided-request`) */
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
    heimdall_approveGrantRequest: {
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
            /** @description Approve a request: the grant is in force */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        policy_use_case_id: string;
                        collection: string;
                        subjects: string[];
                        subjectGranters: {
                            [key: string]: string;
                        };
                        values: ({
                            authorization_atom_id: string;
                            variable_values: {
                                [key: string]: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        policies: {
                            id: string;
                        }[];
                        expires_at?: string | null;
                        created_at: string;
                        updated_at: string;
                        _links: components["schemas"]["Links"];
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
            /** @description The request was decided already (`decided-request`) */
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
    heimdall_rejectGrantRequest: {
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
            /** @description Reject a request for good */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @enum {string} */
                        state: "requested" | "approved" | "rejected";
                        policy_use_case_id: string;
                        collection: string;
                        subjects: string[];
                        values: ({
                            authorization_atom_id: string;
                            variable_values: {
                                [key: string]: string;
                            }[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        notes: string;
                        requester: string;
                        source: string;
                        creator: string;
                        decision?: string | null;
                        policy_use_case_grant_id?: string | null;
                        /** Format: int64 */
                        duration?: number | null;
                        created_at: string;
                        _links: components["schemas"]["Links"];
                        policies: {
                            id: string;
                        }[];
                        subjectGranters: {
                            [key: string]: string;
                        };
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
            /** @description The request was decided already (`decided-request`) */
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
    heimdall_createPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @default user
                     * @enum {string}
                     */
                    layer?: "user" | "system";
                    description?: string | null;
                    owner?: string;
                    tags?: string[];
                    policy?: {
                        access?: components["schemas"]["AccessRule"];
                        data?: components["schemas"]["DataRule"];
                        expect?: ({
                            subject: string | {
                                tags: string[];
                            };
                            predicate: string;
                            path?: string;
                            tags?: string[];
                            allow: boolean;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    name?: string | null;
                    /** @constant */
                    collection?: "default";
                    subjects?: ({
                        tags: (string | string[])[];
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    predicates?: string[] | null;
                    objects?: ({
                        paths?: string[] | null;
                        tags?: (string | string[])[] | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    allow?: boolean | null;
                    conditions?: unknown[] | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Create a policy named in the body */
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
            /** @description A policy of the platform itself cannot be changed (`system-policy`); The change breaks what policies are expected to do (`expectation-broken`) */
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
                "application/json": {
                    /**
                     * @default user
                     * @enum {string}
                     */
                    layer?: "user" | "system";
                    description?: string | null;
                    owner?: string;
                    tags?: string[];
                    policy?: {
                        access?: components["schemas"]["AccessRule"];
                        data?: components["schemas"]["DataRule"];
                        expect?: ({
                            subject: string | {
                                tags: string[];
                            };
                            predicate: string;
                            path?: string;
                            tags?: string[];
                            allow: boolean;
                        } & {
                            [key: string]: unknown;
                        })[];
                    } & {
                        [key: string]: unknown;
                    };
                    name?: string | null;
                    /** @constant */
                    collection?: "default";
                    subjects?: ({
                        tags: (string | string[])[];
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    predicates?: string[] | null;
                    objects?: ({
                        paths?: string[] | null;
                        tags?: (string | string[])[] | null;
                    } & {
                        [key: string]: unknown;
                    }) | null;
                    allow?: boolean | null;
                    conditions?: unknown[] | null;
                } & {
                    [key: string]: unknown;
                };
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
            /** @description A policy of the platform itself cannot be changed (`system-policy`); The change breaks what policies are expected to do (`expectation-broken`) */
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
            /** @description A policy of the platform itself cannot be changed (`system-policy`); The change breaks what policies are expected to do (`expectation-broken`) */
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
    heimdall_listPoliciesPaged: {
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
            /** @description Access policies, page by page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        policies: {
                            name: string;
                            description: string;
                            collection: string;
                            _links: components["schemas"]["Links"];
                        }[];
                        /** Format: int64 */
                        page: number;
                        /** Format: int64 */
                        size: number;
                        /** Format: int64 */
                        total_pages: number;
                        /** Format: int64 */
                        total_records: number;
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
            /** @description A policy of the platform itself cannot be changed (`system-policy`); The change breaks what policies are expected to do (`expectation-broken`) */
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
            /** @description A policy of the platform itself cannot be changed (`system-policy`); The change breaks what policies are expected to do (`expectation-broken`) */
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
            /** @description A policy of the platform itself cannot be changed (`system-policy`); The change breaks what policies are expected to do (`expectation-broken`) */
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
    heimdall_listDatasetPolicies: {
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
            /** @description Data policies that may touch a dataset (`depot.collection.dataset`) */
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
    heimdall_decideTable: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    userId?: string | null;
                    tags?: string[] | null;
                    columns?: ({
                        name: string;
                        data_type?: string | null;
                        type?: string | null;
                        tags?: string[] | null;
                    } & {
                        [key: string]: unknown;
                    })[] | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Masks and filters of a table whose columns and tags are given */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        tags: string[];
                        columns: ({
                            name: string;
                            data_type: string;
                            tags: string[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        table: {
                            id: string;
                        } & {
                            [key: string]: unknown;
                        };
                        user: {
                            id: string;
                            tags: string[];
                            data?: string | null;
                        };
                        masks: {
                            [key: string]: {
                                name: string;
                                owner: string;
                                mask: {
                                    operator: string;
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                        };
                        filter?: {
                            name: string;
                            owner: string;
                            filters: ({
                                column: string;
                                operator: string;
                                value?: string | null;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } | null;
                        decision: string;
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
            /** @description A service this one needs is not available (`dependency-unavailable`) */
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
    heimdall_decideTableExternally: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    userId?: string | null;
                    tags?: string[] | null;
                    columns?: ({
                        name: string;
                        data_type?: string | null;
                        type?: string | null;
                        tags?: string[] | null;
                    } & {
                        [key: string]: unknown;
                    })[] | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description The same; without columns the catalogue is asked for them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        tags: string[];
                        columns: ({
                            name: string;
                            data_type: string;
                            tags: string[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        table: {
                            id: string;
                        } & {
                            [key: string]: unknown;
                        };
                        user: {
                            id: string;
                            tags: string[];
                            data?: string | null;
                        };
                        masks: {
                            [key: string]: {
                                name: string;
                                owner: string;
                                mask: {
                                    operator: string;
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                        };
                        filter?: {
                            name: string;
                            owner: string;
                            filters: ({
                                column: string;
                                operator: string;
                                value?: string | null;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } | null;
                        decision: string;
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
            /** @description A service this one needs is not available (`dependency-unavailable`) */
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
    heimdall_decideDataset: {
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
            /** @description Masks and filters of a table as the catalogue knows it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        tags: string[];
                        columns: ({
                            name: string;
                            data_type: string;
                            tags: string[];
                        } & {
                            [key: string]: unknown;
                        })[];
                        table: {
                            id: string;
                        } & {
                            [key: string]: unknown;
                        };
                        user: {
                            id: string;
                            tags: string[];
                            data?: string | null;
                        };
                        masks: {
                            [key: string]: {
                                name: string;
                                owner: string;
                                mask: {
                                    operator: string;
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                        };
                        filter?: {
                            name: string;
                            owner: string;
                            filters: ({
                                column: string;
                                operator: string;
                                value?: string | null;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } | null;
                        decision: string;
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
            /** @description A service this one needs is not available (`dependency-unavailable`) */
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
    heimdall_listGatewayPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All data policies, as resources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ({
                        actions: string[];
                        /** Format: int64 */
                        priority: number;
                        condition: string;
                        mask: boolean;
                        filter: boolean;
                        name: string;
                        version: string;
                        type: string;
                        tags: string[];
                        description: string;
                        owner: string;
                        layer: string;
                        policy: {
                            data: {
                                /** Format: int64 */
                                priority: number;
                                type: string;
                                selector: unknown;
                                mask: unknown;
                                filters: unknown;
                            } & {
                                [key: string]: unknown;
                            };
                        };
                    } & {
                        [key: string]: unknown;
                    })[];
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
    heimdall_putGatewayPolicy: {
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
            /** @description Create or replace a data policy */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: string[];
                        /** Format: int64 */
                        priority: number;
                        condition: string;
                        mask: boolean;
                        filter: boolean;
                        name: string;
                        version: string;
                        type: string;
                        tags: string[];
                        description: string;
                        owner: string;
                        layer: string;
                        policy: {
                            data: {
                                /** Format: int64 */
                                priority: number;
                                type: string;
                                selector: unknown;
                                mask: unknown;
                                filters: unknown;
                            } & {
                                [key: string]: unknown;
                            };
                        };
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
            /** @description A policy of the platform itself cannot be changed (`system-policy`); The change breaks what policies are expected to do (`expectation-broken`) */
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
    heimdall_getGatewayPolicy: {
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
            /** @description One data policy, as a resource */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: string[];
                        /** Format: int64 */
                        priority: number;
                        condition: string;
                        mask: boolean;
                        filter: boolean;
                        name: string;
                        version: string;
                        type: string;
                        tags: string[];
                        description: string;
                        owner: string;
                        layer: string;
                        policy: {
                            data: {
                                /** Format: int64 */
                                priority: number;
                                type: string;
                                selector: unknown;
                                mask: unknown;
                                filters: unknown;
                            } & {
                                [key: string]: unknown;
                            };
                        };
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
    heimdall_deleteGatewayPolicy: {
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
            /** @description Delete a data policy; the answer holds it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        actions: string[];
                        /** Format: int64 */
                        priority: number;
                        condition: string;
                        mask: boolean;
                        filter: boolean;
                        name: string;
                        version: string;
                        type: string;
                        tags: string[];
                        description: string;
                        owner: string;
                        layer: string;
                        policy: {
                            data: {
                                /** Format: int64 */
                                priority: number;
                                type: string;
                                selector: unknown;
                                mask: unknown;
                                filters: unknown;
                            } & {
                                [key: string]: unknown;
                            };
                        };
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
            /** @description A policy of the platform itself cannot be changed (`system-policy`); The change breaks what policies are expected to do (`expectation-broken`) */
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
    heimdall_gatewayDecision: {
        parameters: {
            query: {
                predicate?: string;
                queryId?: string;
                depot: string;
                collection: string;
                dataset: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the caller sees of a dataset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            match?: string | null;
                            name: string;
                            tags: string[];
                        };
                        masks: {
                            [key: string]: {
                                name: string;
                                owner: string;
                                /** Format: int64 */
                                priority: number;
                                mask: {
                                    operator: string;
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                        };
                        filter?: {
                            name: string;
                            owner: string;
                            /** Format: int64 */
                            priority: number;
                            filters: ({
                                column: string;
                                operator: string;
                                value?: string | null;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } | null;
                        decision: string;
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
            /** @description A service this one needs is not available (`dependency-unavailable`) */
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
    heimdall_gatewayDecisionOf: {
        parameters: {
            query?: {
                predicate?: string;
                queryId?: string;
            };
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
            /** @description What the caller sees of a dataset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: {
                            match?: string | null;
                            name: string;
                            tags: string[];
                        };
                        masks: {
                            [key: string]: {
                                name: string;
                                owner: string;
                                /** Format: int64 */
                                priority: number;
                                mask: {
                                    operator: string;
                                } & {
                                    [key: string]: unknown;
                                };
                            };
                        };
                        filter?: {
                            name: string;
                            owner: string;
                            /** Format: int64 */
                            priority: number;
                            filters: ({
                                column: string;
                                operator: string;
                                value?: string | null;
                            } & {
                                [key: string]: unknown;
                            })[];
                        } | null;
                        decision: string;
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
            /** @description A service this one needs is not available (`dependency-unavailable`) */
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
    heimdall_listSecrets: {
        parameters: {
            query?: {
                secret?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ids of the secrets the caller may read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                    }[];
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
    heimdall_createSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    id: string;
                    data: ({
                        key: string;
                        /** Format: base64 */
                        base64Value: string;
                    } & {
                        [key: string]: unknown;
                    })[];
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Store a secret given as entries; the answer never holds values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        data: {
                            key: string;
                            base64Value?: string | null;
                        }[];
                        _links: components["schemas"]["Links"];
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
    heimdall_listAssetTags: {
        parameters: {
            query?: {
                assetFqn?: string;
                assetFqdn?: string;
                groupId?: string;
                group?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tags of an asset or of a tag group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        assetFqn: string;
                        tags: {
                            assetType: string;
                            assetFqn: string;
                            tagFqn: string;
                            groupId: string;
                            createdAt: string;
                            updatedAt: string;
                        }[];
                    }[] | {
                        assetType: string;
                        assetFqn: string;
                        tagFqn: string;
                        groupId: string;
                        createdAt: string;
                        updatedAt: string;
                    }[];
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
    heimdall_putAssetTag: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assetType: string;
                    assetFqn: string;
                    tagFqn: string;
                    groupId: string;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Put a tag on an asset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        assigned: number;
                        /** Format: int64 */
                        removed: number;
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
    heimdall_deleteAssetTag: {
        parameters: {
            query?: {
                assetFqn?: string;
                assetFqdn?: string;
                tagFqn?: string;
                tagFqdn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a tag from an asset */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        assigned: number;
                        /** Format: int64 */
                        removed: number;
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
    heimdall_putAssetTags: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    assign?: ({
                        assetType: string;
                        assetFqn: string;
                        tagFqn: string;
                        groupId: string;
                    } & {
                        [key: string]: unknown;
                    })[] | null;
                    remove?: ({
                        assetFqn: string;
                        tagFqn: string;
                    } & {
                        [key: string]: unknown;
                    })[] | null;
                } & {
                    [key: string]: unknown;
                };
            };
        };
        responses: {
            /** @description Put and take many tags at once, all or none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        assigned: number;
                        /** Format: int64 */
                        removed: number;
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
    heimdall_verifyAudit: {
        parameters: {
            query?: {
                head?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go through the log of decisions and tell whether it is what was written */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        /** Format: int64 */
                        checked: number;
                        /** Format: int64 */
                        unsealed: number;
                        /** Format: int64 */
                        checkpoints: number;
                        head: string;
                        fault?: {
                            /** Format: int64 */
                            position: number;
                            decision?: string;
                            reason: string;
                        };
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
    heimdall_replayPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    put?: {
                        [key: string]: components["schemas"]["PolicyInput"];
                    };
                    /** @default [] */
                    delete?: string[];
                    /** Format: date-time */
                    since?: string;
                    /** @default 5000 */
                    limit?: number;
                };
            };
        };
        responses: {
            /** @description Ask recorded decisions again under a draft of the policies: which users, objects and columns change */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        replayed: number;
                        /** Format: int64 */
                        questions: number;
                        /** Format: int64 */
                        skipped: number;
                        changes: {
                            subject: string;
                            predicate: string;
                            object: string;
                            decision: string;
                            /** Format: int64 */
                            count: number;
                            before: {
                                allow: boolean;
                                masks: {
                                    [key: string]: string;
                                };
                                filters: string[];
                            };
                            after: {
                                allow: boolean;
                                masks: {
                                    [key: string]: string;
                                };
                                filters: string[];
                            };
                            columns: string[];
                            rows: boolean;
                        }[];
                        users: string[];
                        objects: string[];
                        columns: string[];
                        broken: {
                            policy: string;
                            expectation: string;
                            got: string;
                        }[];
                        /** @default [] */
                        hints: {
                            policy: string;
                            pointer: string;
                            message: string;
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
    heimdall_checkPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default {} */
                    put?: {
                        [key: string]: components["schemas"]["PolicyInput"];
                    };
                    /** @default [] */
                    delete?: string[];
                };
            };
        };
        responses: {
            /** @description Which expectations a draft of the policies would break, and what in it is probably meant otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: int64 */
                        checked: number;
                        broken: {
                            policy: string;
                            expectation: string;
                            got: string;
                        }[];
                        /** @default [] */
                        hints: {
                            policy: string;
                            pointer: string;
                            message: string;
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
    heimdall_rotateSecretKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make a new key and seal every secret with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        /** Format: int64 */
                        sealed: number;
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
    depotService_listObjects: {
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
            /** @description The objects that are a dataset of an object store now, with their versions, if the caller may read the secret of the depot */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DatasetObjects"];
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
                    /** @default false */
                    omitUnknown?: boolean;
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
    metis_passTags: {
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
                 *       "columns": [
                 *         {
                 *           "output": "dataos://lake:crm/people#mail",
                 *           "inputs": [
                 *             "dataos://crm:public/passengers#email"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    columns: {
                        output: string;
                        inputs: string[];
                    }[];
                };
            };
        };
        responses: {
            /** @description Put the tags of columns on those computed from them, before these can be read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        outputs: string[];
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
                "application/x-www-form-urlencoded": {
                    query?: string;
                    update?: string;
                } & {
                    [key: string]: unknown;
                };
                "application/sparql-query": string;
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
    minervaGateway_signInPage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page a Trino client opens in a browser: it asks before it goes to the identity provider */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
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
    minervaGateway_beginSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                link: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Begin to sign in: a page that goes on to the identity provider */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
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
            /** @description A service this one needs is not available (`dependency-unavailable`) */
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
    minervaGateway_endSignIn: {
        parameters: {
            query?: {
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where the identity provider sends the browser back to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
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
    minervaGateway_signedInToken: {
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
            /** @description Wait for the token of a sign-in; only the client that was told to sign in knows this address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        nextUri?: string;
                        token?: string;
                        error?: string;
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
    minervaGateway_forgetToken: {
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
                written?: string;
                text?: string;
                source?: string;
                cluster?: string;
                policy?: string;
                error?: string;
                from?: string;
                to?: string;
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
    minervaGateway_killQuery: {
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
            /** @description The query is not running any more (`query-over`) */
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
    minervaGateway_explainAccess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    sql: string;
                    catalog?: string;
                    schema?: string;
                };
            };
        };
        responses: {
            /** @description What would be hidden from the caller if this query ran, by which policy, and whom to ask */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        decision?: string;
                        allow: boolean;
                        policies: string[];
                        tables: {
                            address: string;
                            name: string;
                            allow: boolean;
                            reason?: string;
                            policies: string[];
                            ask: string[];
                            filters: {
                                column: string;
                                operator: string;
                                policy: string;
                            }[];
                            columns: {
                                name: string;
                                type: string;
                                /** @enum {string} */
                                shown: "clear" | "masked";
                                operator?: string;
                                policy?: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description The request does not fit the contract (`validation-failed`); The query is not understood, or names what is not there (`query-not-understood`) */
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
    minervaGateway_tenantClusters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Clusters of a tenant */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        tenant: string;
                        workspace: string;
                        description: string;
                        proxyTo: string;
                        protocol: string;
                        dialect: string;
                    }[];
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
    minervaGateway_tenantQueries: {
        parameters: {
            query?: {
                limit?: number;
                offset?: number;
                sort?: string;
            };
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Queries: one's own, or all for auditors */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        queries: {
                            tenant: string;
                            workspace: string;
                            queryId: string;
                            queryHash: string;
                            queryText: string;
                            originalQuery: string;
                            proxyToCluster?: string | null;
                            proxyToClusterDialect: string;
                            proxyTo: string;
                            userName: string;
                            source: string;
                            /** Format: int64 */
                            createdAt: number;
                            correlationId: string;
                            lenses: string[];
                        }[];
                        /** Format: int64 */
                        limit: number;
                        /** Format: int64 */
                        offset: number;
                        sort: string;
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
    minervaGateway_tenantDistribution: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Number of queries by cluster */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: number;
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
    minervaGateway_tenantQuery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                query: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One query */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        tenant: string;
                        workspace: string;
                        queryId: string;
                        queryHash: string;
                        queryText: string;
                        originalQuery: string;
                        proxyToCluster?: string | null;
                        proxyToClusterDialect: string;
                        proxyTo: string;
                        userName: string;
                        source: string;
                        /** Format: int64 */
                        createdAt: number;
                        correlationId: string;
                        lenses: string[];
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
    minervaGateway_workspaceClusters: {
        parameters: {
            query?: {
                protocol?: string;
                dialect?: string;
            };
            header?: never;
            path: {
                tenant: string;
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Clusters of a workspace */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        tenant: string;
                        workspace: string;
                        description: string;
                        proxyTo: string;
                        protocol: string;
                        dialect: string;
                    }[];
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
    minervaGateway_activeClusters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Clusters that take queries now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        name: string;
                        tenant: string;
                        workspace: string;
                        description: string;
                        proxyTo: string;
                        protocol: string;
                        dialect: string;
                    }[];
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
    minervaGateway_workspaceCluster: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                workspace: string;
                cluster: string;
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
                    "application/json": {
                        name: string;
                        tenant: string;
                        workspace: string;
                        description: string;
                        proxyTo: string;
                        protocol: string;
                        dialect: string;
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
    minervaGateway_clusterCatalogs: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                workspace: string;
                cluster: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Catalogs of a cluster */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            name: string;
                            type: string;
                        }[];
                        rows: string[][];
                        queryText: string;
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
    minervaGateway_catalogSchemas: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                workspace: string;
                cluster: string;
                catalog: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Schemas the caller may know */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            name: string;
                            type: string;
                        }[];
                        rows: string[][];
                        queryText: string;
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
    minervaGateway_schemaTables: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
                workspace: string;
                cluster: string;
                catalog: string;
                schema: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tables the caller may read */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: {
                            name: string;
                            type: string;
                        }[];
                        rows: string[][];
                        queryText: string;
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
    minervaGateway_wrappedToken: {
        parameters: {
            query?: {
                cluster?: string;
                workspace?: string;
                apikey?: string;
            };
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller's own token with a cluster in it, for tools that know only a password */
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
                "application/json": unknown;
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
                "application/json": unknown;
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
