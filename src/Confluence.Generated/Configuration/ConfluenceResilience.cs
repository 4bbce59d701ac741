using Polly;

namespace Confluence.Generated;

/// <summary>What Polly strategies of your own find in the properties of their context; see <see cref="ConfluenceClientOptions.Pipeline"/>.</summary>
public static class ConfluenceResilience
{
    /// <summary>The operation that is called.</summary>
    public static ResiliencePropertyKey<ConfluenceOperation> Operation { get; } = new("Confluence.Generated.Operation");
}
