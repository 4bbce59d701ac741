using Confluence.Generated.Requests;

namespace Confluence.Generated.Tests.Http;

/// <summary>Operations as the generator describes them.</summary>
internal static class TestOperations
{
    public static readonly ConfluenceOperation GetPage = new("getPageById", "v2", "GET", "/wiki/api/v2/pages/{id}") { Scopes = ["read:page:confluence"], Permission = "to view the page" };
    public static readonly ConfluenceOperation GetPages = new("getPages", "v2", "GET", "/wiki/api/v2/pages") { Scopes = ["read:page:confluence"] };
    public static readonly ConfluenceOperation CreatePage = new("createPage", "v2", "POST", "/wiki/api/v2/pages");
    public static readonly ConfluenceOperation UpdatePage = new("updatePage", "v2", "PUT", "/wiki/api/v2/pages/{id}");
    public static readonly ConfluenceOperation DeletePage = new("deletePage", "v2", "DELETE", "/wiki/api/v2/pages/{id}");
    public static readonly ConfluenceOperation UsersBulk = new("createBulkUserLookup", "v2", "POST", "/wiki/api/v2/users-bulk") { IsIdempotent = true };
    public static readonly ConfluenceOperation SearchUser = new("searchUser", "v1", "GET", "/wiki/rest/api/search/user");
    public static readonly ConfluenceOperation AddWatcher = new("addContentWatcher", "v1", "POST", "/wiki/rest/api/user/watch/content/{contentId}");
    public static readonly ConfluenceOperation AddRestrictions = new("addRestrictions", "v1", "PUT", "/wiki/rest/api/content/{id}/restriction");
    public static readonly ConfluenceOperation GetViews = new("getViews", "v1", "GET", "/wiki/rest/api/analytics/content/{contentId}/views");
    public static readonly ConfluenceOperation CreateAttachment = new("createAttachment", "v1", "POST", "/wiki/rest/api/content/{id}/child/attachment");
    public static readonly ConfluenceOperation Download = new("downloadAttatchment", "v1", "GET", "/wiki/rest/api/content/{id}/child/attachment/{attachmentId}/download");

    public static ConfluenceRequest Request(ConfluenceOperation operation, QueryBuilder? query = null, RequestBody? body = null, ConfluenceRequestOptions? options = null) =>
        new(operation, operation.PathTemplate.Replace("{id}", "9", StringComparison.Ordinal).Replace("{contentId}", "9", StringComparison.Ordinal).Replace("{attachmentId}", "att7", StringComparison.Ordinal))
        {
            Query = query,
            Body = body,
            Options = options,
        };
}
