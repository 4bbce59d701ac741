using System.Net;
using System.Net.Http.Headers;
using Confluence.Generated.Errors;
using Confluence.Generated.Requests;

namespace Confluence.Generated.Answers;

/// <summary>
/// Gets the rest of a file whose download broke off. The whole request is made again, because the address that a redirect leads to may have expired;
/// the server sends the rest only if the file is still the one that the beginning came from.
/// </summary>
internal sealed class DownloadResumption
{
    /// <summary>How many resumptions in a row may bring nothing.</summary>
    private const int MostInVain = 3;

    private static readonly TimeSpan s_dateStep = TimeSpan.FromSeconds(1);

    private readonly ConfluenceRequest _request;
    private readonly Func<RestOfFile?, CancellationToken, Task<HttpAnswer>> _ask;
    private readonly string? _validator;
    private readonly string _fileName;
    private long _resumedAt = -1;
    private int _inVain;

    /// <summary>Prepares for a download that breaks off.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer that the beginning comes from.</param>
    /// <param name="ask">Asks for the rest.</param>
    public DownloadResumption(ConfluenceRequest request, HttpAnswer answer, Func<RestOfFile?, CancellationToken, Task<HttpAnswer>> ask)
    {
        _request = request;
        _ask = ask;
        _validator = answer.StatusCode == HttpStatusCode.OK && answer.Response.Content.Headers.ContentEncoding.Count == 0 && answer.Response.Headers.AcceptRanges.Contains("bytes", StringComparer.OrdinalIgnoreCase)
            ? ValidatorOf(answer.Response)
            : null;
        _fileName = DownloadName.Of(answer.Response.Content) ?? string.Empty;
    }

    /// <summary>Whether it is worth asking for the rest.</summary>
    /// <param name="read">How many bytes have arrived.</param>
    public bool IsPossible(long read) => _validator is not null && (read != _resumedAt || _inVain < MostInVain);

    /// <summary>Gets the rest.</summary>
    /// <param name="read">How many bytes have arrived.</param>
    /// <param name="length">How many bytes the file has; null if that is not known.</param>
    /// <param name="broke">How the download broke off.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>An answer whose content is the rest. The caller releases it.</returns>
    /// <exception cref="ConfluenceConnectionException">The rest of this file cannot be had.</exception>
    public async Task<HttpAnswer> AskAsync(long read, long? length, Exception broke, CancellationToken cancellationToken)
    {
        _inVain = read == _resumedAt ? _inVain + 1 : 1;
        _resumedAt = read;
        HttpAnswer answer;
        try
        {
            answer = await _ask(new RestOfFile(read, _validator!), cancellationToken).ConfigureAwait(false); // Without a validator it is not possible.
        }
        catch (Exception exception) when (exception is ConfluenceException or ObjectDisposedException)
        {
            throw CallFailures.DownloadNotResumed(_request, _fileName, read, "the call for the rest failed", exception);
        }

        if (WhyNotTheRest(answer, read, length) is { } why)
        {
            answer.Release();
            throw CallFailures.DownloadNotResumed(_request, _fileName, read, why, broke);
        }

        return answer;
    }

    /// <summary>Returns what is wrong with an answer; null if its content is what was asked for.</summary>
    private string? WhyNotTheRest(HttpAnswer answer, long read, long? length)
    {
        if (answer.StatusCode != HttpStatusCode.PartialContent)
        {
            return "the server sent a whole file instead of the rest, so the file has changed";
        }

        if (answer.Response.Headers.ETag is { IsWeak: false, Tag: var tag } && _validator!.StartsWith('"') && tag != _validator)
        {
            return "the file has changed"; // Without a validator nothing was asked for.
        }

        bool isTheRest = answer.Response.Content.Headers is { ContentEncoding.Count: 0, ContentRange: { Unit: "bytes" } range }
            && range.From == read && (length is null || range.Length is null || range.Length == length);
        return isTheRest ? null : "the server sent another part of the file than the one it was asked for";
    }

    /// <summary>A tag that is weak, or a date that the file may have been changed at again, does not tell two files apart.</summary>
    private static string? ValidatorOf(HttpResponseMessage response)
    {
        if (response.Headers.ETag is { IsWeak: false, Tag: var tag })
        {
            return tag;
        }

        return response.Content.Headers.LastModified is { } modified && response.Headers.Date - modified >= s_dateStep
            && response.Content.Headers.NonValidated.TryGetValues("Last-Modified", out HeaderStringValues values)
            ? values.ToString()
            : null;
    }
}
