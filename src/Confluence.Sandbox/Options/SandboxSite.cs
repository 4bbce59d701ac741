namespace Confluence.Sandbox;

/// <summary>A site that an app may reach beside the sandbox's own. It is only listed among the accessible resources; nothing answers for it.</summary>
/// <param name="CloudId">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Url">Its address, such as <c>https://other.example</c>.</param>
public sealed record SandboxSite(string CloudId, string Name, Uri Url);
