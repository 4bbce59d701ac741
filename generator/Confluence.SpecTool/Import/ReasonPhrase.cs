namespace Confluence.SpecTool.Import;

/// <summary>The phrases of the HTTP status code registry, which stand in for the descriptions of responses.</summary>
internal static class ReasonPhrase
{
    /// <summary>The phrase of a key in <c>responses</c>; one for the class of codes that is not in the list.</summary>
    public static string Of(string status) => status switch
    {
        "200" => "OK",
        "201" => "Created",
        "202" => "Accepted",
        "204" => "No Content",
        "301" => "Moved Permanently",
        "302" => "Found",
        "303" => "See Other",
        "304" => "Not Modified",
        "307" => "Temporary Redirect",
        "308" => "Permanent Redirect",
        "400" => "Bad Request",
        "401" => "Unauthorized",
        "403" => "Forbidden",
        "404" => "Not Found",
        "405" => "Method Not Allowed",
        "406" => "Not Acceptable",
        "409" => "Conflict",
        "410" => "Gone",
        "412" => "Precondition Failed",
        "413" => "Content Too Large",
        "415" => "Unsupported Media Type",
        "422" => "Unprocessable Content",
        "429" => "Too Many Requests",
        "500" => "Internal Server Error",
        "501" => "Not Implemented",
        "502" => "Bad Gateway",
        "503" => "Service Unavailable",
        "504" => "Gateway Timeout",
        ['1', ..] => "Informational",
        ['2', ..] => "Successful",
        ['3', ..] => "Redirection",
        ['4', ..] => "Client Error",
        ['5', ..] => "Server Error",
        _ => "Default",
    };
}
