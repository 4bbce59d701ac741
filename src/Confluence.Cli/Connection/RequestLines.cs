using System.Globalization;
using Confluence.Cli.Progress;
using Confluence.Cli.Surroundings;
using Confluence.Cli.Texts;

namespace Confluence.Cli.Connection;

/// <summary>Tells of each request that is sent: method, path, what came of it and how long it took. Queries, headers and bodies stay out.</summary>
internal sealed class RequestLines(HttpMessageHandler inner, CliEnvironment environment, ProgressLine progress) : DelegatingHandler(inner)
{
    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        long began = environment.Clock.GetTimestamp();
        try
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            Tell(request, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture), began);
            return answer;
        }
        catch (Exception exception)
        {
            Tell(request, exception is OperationCanceledException ? "no answer in time" : exception is HttpRequestException { HttpRequestError: var error } ? $"no answer ({error})" : "no answer", began);
            throw;
        }
    }

    private void Tell(HttpRequestMessage request, string outcome, long began)
    {
        TimeSpan took = environment.Clock.GetElapsedTime(began);
        string line = string.Create(CultureInfo.InvariantCulture, $"{request.Method} {request.RequestUri?.AbsolutePath}: {outcome}, {took.TotalSeconds:0.000} s");
        progress.WriteBeside(() => environment.Error.WriteLine(SafeText.Of(line)));
    }
}
