package siyu.sample;

/** What the sample is about: it decides which attributes customers have and what they do. */
public enum Theme {
    /** A retail bank: cards bound, risk, assets under management. */
    BANK("id,name,phone,registered,latitude,longitude,region,birthday,consent,"
            + "app_installed,debit_card,credit_card,other_bank_card,risk,aum"),
    /** A retailer: membership, purchases and refunds. */
    RETAIL("id,name,phone,registered,latitude,longitude,region,birthday,consent,member,gender");

    private final String customerColumns;

    Theme(String customerColumns) {
        this.customerColumns = customerColumns;
    }

    String[] customerColumns() {
        return customerColumns.split(",", -1);
    }

    String[] eventColumns() {
        String columns = "id,customer,kind,at,amount,channel,ref,category,order";
        return (this == BANK ? columns + ",card" : columns).split(",", -1);
    }
}
