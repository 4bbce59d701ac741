using Confluence.Sandbox.Access;
using Confluence.Sandbox.Content;
using Confluence.Sandbox.Faults;
using Confluence.Sandbox.Grants;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Media;
using Confluence.Sandbox.OAuth;
using Confluence.Sandbox.Quota;
using Confluence.Sandbox.Refusals;
using Confluence.Sandbox.Requests;
using Confluence.Sandbox.Rules;
using Confluence.Sandbox.State;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Confluence.Sandbox.Server;

/// <summary>
/// The way of a request: log, fault, door, credential, quota, scopes, XSRF check, rule, route, answer. What changes state comes last.
/// </summary>
internal sealed class RequestPipeline
{
    private readonly Site _site;
    private readonly AccessControl _access;
    private readonly AuthorizationServer _authorization;
    private readonly QuotaMeter? _quota;
    private readonly FaultPlan? _faults;
    private readonly RuleBook _rules;
    private long _requests;

    public RequestPipeline(SandboxOptions options, Site site, IReadOnlyList<SandboxCredential> credentials)
    {
        _site = site;
        Grants = new GrantBook(options.Apps, options.TimeProvider);
        _access = new AccessControl(credentials, Grants, options.TimeProvider);
        _authorization = new AuthorizationServer(Grants);
        _quota = options.Quota is null ? null : new QuotaMeter(options.Quota, options.TimeProvider);
        _faults = options.Faults is null ? null : new FaultPlan(options.Faults, options.Seed);
        _rules = new RuleBook([.. options.Rules, .. AccountRules.Of(options)]);
        Log = new RequestLog(options.RequestLogSize);
        CloudId = SiteFacts.CloudId(options.Seed);
        SiteAddress = options.SiteAddress?.GetLeftPart(UriPartial.Authority) ?? "";
    }

    public RequestLog Log { get; }

    public string CloudId { get; }

    /// <summary>Gets or sets the address that stands in answers, without a slash at its end; empty until the server knows its own.</summary>
    public string SiteAddress { get; set; }

    /// <summary>Gets or sets the address of the media host; null until the server knows it.</summary>
    public Uri? MediaAddress { get; set; }

    /// <summary>Gets or sets the address of the authorization server; null until the server knows it.</summary>
    public Uri? AuthorizationAddress { get; set; }

    public GrantBook Grants { get; }

    public RuleBook Rules => _rules;

    public async Task AnswerAsync(HttpContext http)
    {
        long number = Interlocked.Increment(ref _requests);
        Draw draw = new(_site.Seed, EntityKind.Request, number);
        string requestId = Uuid.From(draw.Bits(Aspect.Identity), draw.Bits(Aspect.Identity, 1));
        http.Response.Headers["atl-request-id"] = requestId;
        http.Response.Headers["atl-traceid"] = requestId.Replace("-", "", StringComparison.Ordinal);

        bool isMedia = http.Connection.LocalPort == MediaAddress?.Port;
        bool isAuthorization = http.Connection.LocalPort == AuthorizationAddress?.Port;
        Door door = isMedia || isAuthorization ? Door.OfOwnHost(http) : Door.Of(http, CloudId);
        string query = http.Request.QueryString.Value?.TrimStart('?') ?? "";
        Visit visit = new(http, door, new SandboxRequest(
            number, _site.Clock.GetUtcNow(), http.Request.Method, door.IsGateway, door.Path, isAuthorization ? AuthorizationServer.Told(door.Path, query) : query)
        {
            IsMedia = isMedia,
            IsAuthorization = isAuthorization,
        });
        Log.Add(visit.Entry);

        // Before the answer leaves, so that whoever has it finds its status in the log. A reset connection comes here too, and has none.
        http.Response.OnStarting(() =>
        {
            if (visit.Entry.Fault != SandboxFault.ResetBeforeAnswer)
            {
                visit.Entry.Answered(http.Response.StatusCode);
            }

            return Task.CompletedTask;
        });

        SandboxFault? fault = visit.FaultTarget is { } target ? _faults?.Next(number, target, $"{visit.Method} {door.Path}?{query}") : null;
        if (fault is { } kind && _faults is not null)
        {
            visit.Entry.Struck(kind);
            await StrikeAsync(visit, kind, _faults).ConfigureAwait(false);
        }
        else if (_quota is not null)
        {
            await FaultStrike.SendAsync(http, null, await CaptureAsync(visit).ConfigureAwait(false)).ConfigureAwait(false);
        }
        else
        {
            await ServeAsync(visit).ConfigureAwait(false);
        }
    }

    private async Task StrikeAsync(Visit visit, SandboxFault fault, FaultPlan plan)
    {
        if (fault == SandboxFault.Slow)
        {
            await Task.Delay(plan.Delay, visit.Http.RequestAborted).ConfigureAwait(false);
        }

        if (fault == SandboxFault.Slow || FaultPlan.NeedsBody(fault))
        {
            await FaultStrike.SendAsync(visit.Http, fault, await CaptureAsync(visit).ConfigureAwait(false)).ConfigureAwait(false);
            return;
        }

        if (visit.FaultTarget is { } target && plan.LosesAnswer(fault, target))
        {
            await CaptureAsync(visit).ConfigureAwait(false);
            visit.ForgetAnswer();
        }

        await FaultStrike.ReplaceAsync(visit.Http, fault, plan.RetryAfter).ConfigureAwait(false);
    }

    /// <summary>Lets the request be answered into memory, and charges the quota with it.</summary>
    private async Task<ReadOnlyMemory<byte>> CaptureAsync(Visit visit)
    {
        IFeatureCollection features = visit.Http.Features;
        IHttpResponseBodyFeature wire = features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using MemoryStream captured = new();
        StreamResponseBodyFeature memory = new(captured);
        features.Set<IHttpResponseBodyFeature>(memory);
        try
        {
            await ServeAsync(visit).ConfigureAwait(false);
            await memory.CompleteAsync().ConfigureAwait(false);
        }
        finally
        {
            features.Set(wire);
        }

        byte[] body = captured.ToArray();
        if (_quota is not null && visit.Credential is { } credential)
        {
            _quota.Charge(credential, RequestCost.Of(visit.IsRead, visit.Door.Path, visit.Http.Response.StatusCode, body), visit.Http.Response);
        }

        return body;
    }

    private async Task ServeAsync(Visit visit)
    {
        HttpContext http = visit.Http;
        try
        {
            await RouteAsync(visit).ConfigureAwait(false);
        }
        catch (Refusal refusal)
        {
            await refusal.WriteAsync(http.Response).ConfigureAwait(false);
        }
        catch (Exception error) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // A defect of the sandbox: there is no log to find it in, so the caller is told.
            await Refusal.WithText(StatusCodes.Status500InternalServerError, $"The sandbox failed: {error}").WriteAsync(http.Response).ConfigureAwait(false);
        }
    }

    private Task RouteAsync(Visit visit)
    {
        Door door = visit.Door;
        HttpRequest request = visit.Http.Request;
        if (visit.Entry.IsMedia)
        {
            return MediaRoutes.AnswerAsync(NewExchange(visit, []), door.Path);
        }

        if (visit.Entry.IsAuthorization)
        {
            if (AuthorizationServer.AsksForTokens(visit.Method, door.Path))
            {
                _rules.Apply(visit.Method, door);
            }

            return _authorization.AnswerAsync(NewExchange(visit, []), door.Path);
        }

        if (!door.NamesSite)
        {
            throw GatewayError.NoSuchSite(door.Path, _site.Clock.GetUtcNow());
        }

        // Links in answers are those of the site, whichever door was taken.
        request.Path = visit.PathInSite(CloudId);
        Exchange exchange = NewExchange(visit, []);
        switch (door.Path)
        {
            case SiteFacts.TenantInfo when !door.IsGateway:
                SiteFacts.WriteTenantInfo(exchange, CloudId);
                return Task.CompletedTask;
            case SiteFacts.AccessibleResources:
                SiteFacts.WriteAccessibleResources(exchange, CloudId, _access.AdmitBearer(request.Headers.Authorization));
                return Task.CompletedTask;
        }

        if (door.Path.StartsWith(MediaRoutes.BrowserPrefix, StringComparison.Ordinal))
        {
            throw MediaRoutes.BrowserSessionNeeded();
        }

        if (door.Api == Api.None)
        {
            throw Refusal.WithHtml(StatusCodes.Status404NotFound, "Page not found");
        }

        visit.Credential = _access.Admit(request.Headers.Authorization, door);
        _quota?.RequirePoints(visit.Credential);
        AccessControl.RequireScopes(visit.Credential, visit.Method, door);
        if (door.Api == Api.V1 && !HttpMethods.IsGet(visit.Method) && (string?)request.Headers["X-Atlassian-Token"] is not ("no-check" or "nocheck"))
        {
            throw V1Error.XsrfCheckFailed();
        }

        _rules.Apply(visit.Method, door);
        RouteHandler handler = Routing.Find(visit.Method, door, out IReadOnlyList<string> values);
        return handler(NewExchange(visit, values));
    }

    private Exchange NewExchange(Visit visit, IReadOnlyList<string> values) => new(visit.Http, _site, SiteAddress, MediaAddress, values);
}
