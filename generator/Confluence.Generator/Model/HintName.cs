namespace Confluence.Generator.Model;

/// <summary>The names of the files that are emitted: a folder for each API, and one in it for types and one for options.</summary>
internal static class HintName
{
    private const string Ending = ".g.cs";

    public static string Of(TypeModel type) => $"{Folder(type.Api)}/Models/{type.Name}{Ending}";

    /// <summary>How a request is made of what was read.</summary>
    public static string Of(MakingModel making) => $"{Folder(making.Api)}/Models/{making.Request}.From{Ending}";

    public static string Of(OptionsModel options) => $"{Folder(options.Api)}/Options/{options.Name}{Ending}";

    public static string Of(ClientModel client) => Of(client.Api, client.Name);

    /// <summary>The facts of the operations of a client.</summary>
    public static string OfOperations(ClientModel client) => Of(client.Api, client.Name + ".Operations");

    /// <summary>What an API adds to the list of all operations.</summary>
    public static string Of(CatalogueModel catalogue) => Of(catalogue.Api, catalogue.ClassName);

    /// <summary>A class at the root of an API.</summary>
    public static string Of(string api, string className) => $"{Folder(api)}/{className}{Ending}";

    private static string Folder(string api) => api.ToUpperInvariant();
}
