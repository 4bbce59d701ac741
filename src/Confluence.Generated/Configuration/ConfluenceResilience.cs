using Polly;

namespace Confluence.Generated;

/// <summary>The properties that your own Polly strategies find in their context; see <see cref="ConfluenceClientOptions.Pipeline"/>.</summary>
public static class ConfluenceResilience
{
    /// <summary>The operation that is called.</summary>
    public static ResiliencePropertyKey<ConfluenceOperation> Operation { get; } = new("Confluence.Generated.Operation");
}
