using System.Net.Http.Headers;

namespace Confluence.Generated.Tests.Pipeline;

/// <summary>A credential whose token can be renewed any number of times.</summary>
internal sealed class RenewingCredential(Func<Task>? onRenewal = null) : ConfluenceCredential
{
    public int Renewals { get; private set; }

    public override ValueTask<AuthenticationHeaderValue> GetAuthorizationAsync(CancellationToken cancellationToken) => new(new AuthenticationHeaderValue("Bearer", $"token-number-{Renewals}"));

    public override async ValueTask<bool> TryRenewAsync(AuthenticationHeaderValue rejected, CancellationToken cancellationToken)
    {
        Renewals++;
        await (onRenewal?.Invoke() ?? Task.CompletedTask);
        return true;
    }
}
