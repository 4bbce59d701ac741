using System.Net;
using System.Text;
using Confluence.Sandbox.Http;
using Microsoft.AspNetCore.Http;

namespace Confluence.Sandbox.OAuth;

/// <summary>The page on which somebody accepts or declines what an app asks for.</summary>
internal static class ConsentPage
{
    public const string Decision = "decision";
    public const string Accept = "accept";

    public static Task WriteAsync(Exchange exchange, AuthorizationRequest request)
    {
        StringBuilder page = new();
        page.Append("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Consent</title></head><body>");
        page.Append("<h1>").Append(Text(request.App.ClientId)).Append(" asks for access</h1><h2>Scopes</h2>");
        AppendList(page, request.Scopes);
        page.Append("<h2>Sites</h2>");
        AppendList(page, [.. request.App.IsOnThisSite ? [exchange.SiteAddress] : (string[])[], .. request.App.FurtherSites.Select(static site => site.Url.ToString())]);
        page.Append("<form method=\"post\" action=\"").Append(Text(AuthorizeEndpoint.Path + exchange.Request.QueryString.Value)).Append("\">");
        page.Append("<button name=\"").Append(Decision).Append("\" value=\"").Append(Accept).Append("\">Accept</button> ");
        page.Append("<button name=\"").Append(Decision).Append("\" value=\"decline\">Decline</button></form></body></html>");
        exchange.Response.ContentType = "text/html;charset=UTF-8";
        return exchange.Response.WriteAsync(page.ToString(), exchange.Aborted);
    }

    private static void AppendList(StringBuilder page, IEnumerable<string> items)
    {
        page.Append("<ul>");
        foreach (string item in items)
        {
            page.Append("<li>").Append(Text(item)).Append("</li>");
        }

        page.Append("</ul>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
